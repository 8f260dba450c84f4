import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { MACRO_LIMITS } from '../../../src/contract/desk/change-macro-request.ts';
import { REPLY_STATUSES } from '../../../src/contract/lists.ts';
import { onCtrlEnter } from '../../keys/commands.ts';
import type { MacroVariable } from '../../models/fill-macro.ts';
import { afterDrawing } from '../../views/focus.ts';
import { words } from '../../words/words.ts';
import { EditorNotice } from './EditorNotice.tsx';
import type { EditorModel } from './editor-model.ts';
import { MacroPreview } from './MacroPreview.tsx';
import { macrosWords } from './macros-words.ts';
import { VariableButtons } from './VariableButtons.tsx';

const FIELD = { title: 'macro-title', text: 'macro-text' };

/** Moves the focus to the macro being edited. */
export function goToEditor(): void {
  document.getElementById(FIELD.title)?.focus();
}

interface Props {
  editor: EditorModel;
  /** the agent's name, for the preview */
  agent: string;
}

/** The editor of a macro, with buttons for variables and a preview. */
export function MacroEditor({ editor, agent }: Props): JSX.Element | null {
  const w = macrosWords.value;
  const draft = editor.draft.value;
  const saving = editor.saving.value;
  const isSaving = saving.state === 'saving';
  const field = useRef<HTMLTextAreaElement>(null);
  // Before painting, so that the next key goes into it.
  useLayoutEffect(goToEditor, []);
  if (!draft) return null;
  const { id, title, text, status } = draft;
  const errors = editor.errors.value;
  const errorOf = (name: 'title' | 'text') => (errors.includes(name) ? w.errors[name] : null);

  /** Inserts a variable at the cursor, which moves behind it. */
  function insert(variable: MacroVariable): void {
    const into = field.current;
    const written = `{${variable}}`;
    if (!into || isSaving || into.value.length + written.length > MACRO_LIMITS.text) return;
    into.focus();
    into.setRangeText(written, into.selectionStart, into.selectionEnd, 'end');
    editor.type({ text: into.value });
  }
  function leave(): void {
    if (isSaving) return;
    editor.cancel();
    afterDrawing(() => document.getElementById(id === null ? 'macro-add' : `macro-edit-${id}`)?.focus());
  }
  async function save(): Promise<void> {
    const saved = await editor.save();
    const [wrong] = editor.errors.peek();
    if (saved !== null) afterDrawing(() => document.getElementById(`macro-edit-${saved}`)?.focus());
    else if (wrong) document.getElementById(wrong === 'title' ? FIELD.title : FIELD.text)?.focus();
  }

  return (
    <form
      class="macro-editor"
      noValidate
      aria-label={id === null ? w.newTitle : w.editTitle}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={onCtrlEnter(save)}
    >
      <EditorNotice editor={editor} />
      <div class="field">
        <label for={FIELD.title}>{w.title}</label>
        <input
          id={FIELD.title}
          dir="auto"
          autocomplete="off"
          maxLength={MACRO_LIMITS.title}
          readOnly={isSaving}
          value={title}
          aria-invalid={errorOf('title') ? true : undefined}
          aria-describedby={errorOf('title') ? 'macro-title-error' : undefined}
          onInput={({ currentTarget }) => editor.type({ title: currentTarget.value })}
        />
        {errorOf('title') && (
          <span id="macro-title-error" class="error">
            {errorOf('title')}
          </span>
        )}
      </div>
      <div class="columns">
        <div class="fields">
          <div class="field">
            <label for={FIELD.text}>{w.text}</label>
            <textarea
              ref={field}
              id={FIELD.text}
              dir="auto"
              rows={8}
              maxLength={MACRO_LIMITS.text}
              readOnly={isSaving}
              value={text}
              aria-invalid={errorOf('text') ? true : undefined}
              aria-describedby={errorOf('text') ? 'macro-text-error' : undefined}
              onInput={({ currentTarget }) => editor.type({ text: currentTarget.value })}
            />
            {errorOf('text') && (
              <span id="macro-text-error" class="error">
                {errorOf('text')}
              </span>
            )}
          </div>
          <VariableButtons isSaving={isSaving} insert={insert} />
          <label class="field">
            {w.status}
            <select
              aria-disabled={isSaving}
              value={status ?? ''}
              onChange={({ currentTarget }) => {
                if (isSaving) currentTarget.value = status ?? '';
                else editor.type({ status: REPLY_STATUSES.find((one) => one === currentTarget.value) ?? null });
              }}
            >
              <option value="">{w.noStatus}</option>
              {REPLY_STATUSES.map((one) => (
                <option key={one} value={one}>
                  {words.value.statuses[one]}
                </option>
              ))}
            </select>
          </label>
        </div>
        <MacroPreview text={text} agent={agent} />
      </div>
      <div role="status">
        {editor.unknown.value.length > 0 && <p class="notice warn">{w.unknown(editor.unknown.value.join(', '))}</p>}
      </div>
      <div class="row">
        <button type="submit" class="primary" aria-disabled={isSaving}>
          {isSaving ? w.saving : saving.state === 'conflict' ? w.saveOver : w.save}
        </button>
        <button type="button" class="plain" aria-disabled={isSaving} onClick={leave}>
          {w.cancel}
        </button>
      </div>
    </form>
  );
}
