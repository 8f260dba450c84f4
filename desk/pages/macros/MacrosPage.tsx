import { useModel, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { label } from '../../../browser/lists.ts';
import type { DeskMacro } from '../../../src/contract/desk/list-macros.ts';
import { NotLoaded } from '../../views/NotLoaded.tsx';
import { words } from '../../words/words.ts';
import type { PageProps } from '../page-props.ts';
import { goToEditor, MacroEditor } from './MacroEditor.tsx';
import { MacroItem } from './MacroItem.tsx';
import { createKeptDraft } from './macro-draft.ts';
import { createMacrosClient } from './macros-client.ts';
import { MacrosModel } from './macros-model.ts';

/** The macros: the vendor's own, which any agent may change, and the rules, which are read-only. */
export function MacrosPage({ model: desk, http }: PageProps): JSX.Element {
  const model = useModel(
    () =>
      new MacrosModel({
        client: createMacrosClient(http),
        kept: createKeptDraft(desk.me.peek().id, localStorage),
        onChanged: () => void desk.readMacros(),
      }),
  );
  useEffect(() => void model.refresh(), []);
  const isBusy = useSignal(false);
  const w = words.value.macros;
  const { editor } = model;
  const draft = editor.draft.value;
  const agent = desk.me.value.name;
  function begin(isBegun: boolean): void {
    isBusy.value = !isBegun;
    if (!isBegun) goToEditor();
  }
  if (!draft) isBusy.value = false;
  const isOf = (list: readonly DeskMacro[]) => list.some(({ id }) => id === draft?.id);
  // The editor is on top for a new macro, and for a draft whose macro is in no list any more: typed text is never
  // hidden.
  const isOnTop =
    draft !== null && model.state.value === 'shown' && !isOf([...model.own.value, ...model.archived.value]);
  const failure = model.failure.value;
  const moved = model.moved.value;
  return (
    <>
      <p class="muted">{w.lead}</p>
      <div role="alert">
        {failure && <p class="notice bad">{label(w.failures, failure, w.refused)}</p>}
        {isBusy.value && <p class="notice warn">{w.busy}</p>}
      </div>
      <p role="status" class="unseen">
        {moved && w.moved(moved.title, moved.place, moved.count)}
      </p>
      <section class="panel" aria-labelledby="macros-own">
        <div class="row between">
          <h3 id="macros-own">
            {w.own} <span class="count">{model.own.value.length}</span>
          </h3>
          <button id="macro-add" type="button" onClick={() => begin(editor.add())}>
            {w.add}
          </button>
        </div>
        {isOnTop && <MacroEditor editor={editor} agent={agent} />}
        {model.state.value === 'loading' && <p role="status">{words.value.loading}</p>}
        {model.state.value === 'unanswered' && <NotLoaded text={w.notLoaded} again={model.refresh} />}
        {model.state.value === 'shown' && model.own.value.length === 0 && <p class="muted">{w.none}</p>}
        <ol class="macro-list">
          {model.own.value.map((macro, index, { length }) => (
            <MacroItem
              key={macro.id}
              macro={macro}
              model={model}
              agent={agent}
              isFirst={index === 0}
              isLast={index === length - 1}
              edit={() => begin(editor.edit(macro))}
            />
          ))}
        </ol>
        {model.archived.value.length > 0 && (
          <details class="fold" open={isOf(model.archived.value) || undefined}>
            <summary>
              {w.archived} <span class="count">{model.archived.value.length}</span>
            </summary>
            <ul class="macro-list">
              {model.archived.value.map((macro) => (
                <MacroItem
                  key={macro.id}
                  macro={macro}
                  model={model}
                  agent={agent}
                  isArchived
                  edit={() => begin(editor.edit(macro))}
                />
              ))}
            </ul>
          </details>
        )}
      </section>
      <section class="panel" aria-labelledby="macros-clauses">
        <h3 id="macros-clauses">{w.clauses}</h3>
        <p class="muted">{w.clausesMore}</p>
        {model.clauses.value.map(({ id, title, text }) => (
          <details key={id} class="clause">
            <summary>{title}</summary>
            <p class="macro-text">{text}</p>
          </details>
        ))}
      </section>
    </>
  );
}
