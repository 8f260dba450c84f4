import type { JSX } from 'preact';
import { label } from '../../../browser/lists.ts';
import { momentInFull } from '../../words/moments.ts';
import { words } from '../../words/words.ts';
import type { EditorModel } from './editor-model.ts';

interface Props {
  editor: EditorModel;
  takeTheirs: () => void;
}

/** Why a macro was not saved; after somebody else's change, its current text. */
export function EditorNotice({ editor, takeTheirs }: Props): JSX.Element {
  const w = words.value.macros;
  const saving = editor.saving.value;
  return (
    <div role="alert">
      {saving.state === 'unanswered' && <p class="notice warn">{w.failures.unanswered}</p>}
      {saving.state === 'refused' && <p class="notice bad">{label(w.failures, saving.code, w.refused)}</p>}
      {saving.state === 'conflict' && !saving.now && <p class="notice bad">{w.gone}</p>}
      {saving.state === 'conflict' && saving.now && (
        <div class="notice warn">
          <p>
            {w.conflict(
              saving.now.changed?.by.name ?? words.value.actors.operator ?? '',
              saving.now.changed ? momentInFull(saving.now.changed.at) : '',
            )}
          </p>
          <strong dir="auto">{saving.now.title}</strong>
          <p class="macro-text" dir="auto">
            {saving.now.text}
          </p>
          <button type="button" class="plain" onClick={takeTheirs}>
            {w.takeTheirs}
          </button>
        </div>
      )}
    </div>
  );
}
