import type { JSX } from 'preact';
import { label } from '../../../browser/lists.ts';
import type { DeskMacro } from '../../../src/contract/desk/list-macros.ts';
import { afterDrawing, rememberFocus } from '../../views/focus.ts';
import { momentInFull } from '../../words/moments.ts';
import { words } from '../../words/words.ts';
import { MacroEditor } from './MacroEditor.tsx';
import type { MacrosModel } from './macros-model.ts';

interface Props {
  macro: DeskMacro;
  model: MacrosModel;
  agent: string;
  edit: () => void;
  isFirst?: boolean;
  isLast?: boolean;
  isArchived?: boolean;
}

/** A macro with its actions, or its form while it is edited. */
export function MacroItem({ macro, model, agent, edit, isFirst, isLast, isArchived = false }: Props): JSX.Element {
  const w = words.value.macros;
  const { id, title, text, status, followUp, changed } = macro;
  if (model.editor.draft.value?.id === id) {
    return (
      <li class="macro">
        <MacroEditor editor={model.editor} agent={agent} />
      </li>
    );
  }
  function move(step: -1 | 1): void {
    model.move(id, step);
    // Moving the row in the page takes the focus from it.
    const pressed = `macro-${step < 0 ? 'up' : 'down'}-${id}`;
    afterDrawing(() => document.getElementById(pressed)?.focus());
  }
  async function archive(): Promise<void> {
    const isHere = rememberFocus();
    if ((await model.archive(id, !isArchived)) && isHere()) document.getElementById('macro-add')?.focus();
  }
  return (
    <li class="macro">
      <div class="row between">
        <div class="macro-words">
          <strong dir="auto">{title}</strong>
          <p class="muted">
            {changed ? w.changed(momentInFull(changed.at), changed.by.name) : w.original}
            {status && ` · ${w.afterwards(label(words.value.statuses, status))}`}
            {followUp && ` · ${w.promises(label(w.followUps, followUp))}`}
          </p>
        </div>
        <div class="row">
          {!isArchived && (
            <>
              <Step
                id={`macro-up-${id}`}
                name={w.withTitle(w.up, title)}
                sign="↑"
                isOver={isFirst}
                press={() => move(-1)}
              />
              <Step
                id={`macro-down-${id}`}
                name={w.withTitle(w.down, title)}
                sign="↓"
                isOver={isLast}
                press={() => move(1)}
              />
            </>
          )}
          <button id={`macro-edit-${id}`} type="button" aria-label={w.withTitle(w.edit, title)} onClick={edit}>
            {w.edit}
          </button>
          <button
            type="button"
            class="plain"
            aria-label={w.withTitle(isArchived ? w.restore : w.archive, title)}
            onClick={archive}
          >
            {isArchived ? w.restore : w.archive}
          </button>
        </div>
      </div>
      <p class="macro-text short" dir="auto">
        {text}
      </p>
    </li>
  );
}

interface StepProps {
  id: string;
  name: string;
  sign: string;
  /** it is at that end already: the button keeps the focus and does nothing */
  isOver: boolean | undefined;
  press: () => void;
}

function Step({ id, name, sign, isOver, press }: StepProps): JSX.Element {
  return (
    <button id={id} type="button" class="step" title={name} aria-label={name} aria-disabled={isOver} onClick={press}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
