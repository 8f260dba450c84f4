import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { MACRO_LIMITS } from '../../../src/contract/desk/change-macro.ts';
import { FOLLOW_UP_PRESETS, REPLY_STATUSES } from '../../../src/contract/lists.ts';
import { onCtrlEnter } from '../../keys/commands.ts';
import type { MacroVariable } from '../../models/fill-macro.ts';
import { overLength } from '../../models/over-length.ts';
import { afterDrawing, focusIfLost, rememberFocus } from '../../views/focus.ts';
import { TextArea, typeInto } from '../../views/TextArea.tsx';
import { words } from '../../words/words.ts';
import { EditorNotice } from './EditorNotice.tsx';
import type { EditorModel } from './editor-model.ts';
import { MacroPreview } from './MacroPreview.tsx';
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
  const w = words.value.macros;
  const draft = editor.draft.value;
  const saving = editor.saving.value;
  const isSaving = saving.state === 'saving';
  const field = useRef<HTMLTextAreaElement>(null);
  // Before painting, so that the next key goes into it.
  useLayoutEffect(goToEditor, []);
  if (!draft) return null;
  const { id, title, text, status, followUp } = draft;
  const errors = editor.errors.value;
  function errorOf(name: 'title' | 'text'): string | null {
    const over = overLength(name === 'title' ? title : text, MACRO_LIMITS[name]);
    if (over > 0) return words.value.tooLong(over, MACRO_LIMITS[name]);
    return errors.includes(name) ? w.errors[name] : null;
  }

  /** Inserts a variable at the cursor, which moves behind it. */
  function insert(variable: MacroVariable): void {
    const into = field.current;
    if (!into || isSaving) return;
    const { value, selectionStart, selectionEnd } = into;
    const before = `${value.slice(0, selectionStart)}{${variable}}`;
    const text = before + value.slice(selectionEnd);
    typeInto(into, text, before.length);
    editor.type({ text });
  }
  /** The button that was pressed is gone then; Ctrl+Z in the field brings back what was typed. */
  function takeTheirs(): void {
    field.current?.focus();
    editor.takeTheirs();
  }
  function leave(): void {
    if (isSaving) return;
    editor.cancel();
    afterDrawing(() => document.getElementById(id === null ? 'macro-add' : `macro-edit-${id}`)?.focus());
  }
  async function save(): Promise<void> {
    const isHere = rememberFocus();
    const saved = await editor.save();
    const [wrong] = editor.errors.peek();
    if (saved !== null) afterDrawing(() => focusIfLost(document.getElementById(`macro-edit-${saved}`)));
    else if (wrong && isHere()) document.getElementById(wrong === 'title' ? FIELD.title : FIELD.text)?.focus();
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
      <EditorNotice editor={editor} takeTheirs={takeTheirs} />
      <div class="field">
        <label for={FIELD.title}>{w.title}</label>
        <input
          id={FIELD.title}
          dir="auto"
          autocomplete="off"
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
            <TextArea
              field={field}
              place={id ?? ''}
              id={FIELD.text}
              dir="auto"
              rows={8}
              readOnly={isSaving}
              text={text}
              onText={(typed) => editor.type({ text: typed })}
              aria-invalid={errorOf('text') ? true : undefined}
              aria-describedby={errorOf('text') ? 'macro-text-error' : undefined}
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
          <label class="field">
            {w.followUp}
            <select
              aria-disabled={isSaving}
              value={followUp ?? ''}
              onChange={({ currentTarget }) => {
                if (isSaving) currentTarget.value = followUp ?? '';
                else editor.type({ followUp: FOLLOW_UP_PRESETS.find((one) => one === currentTarget.value) ?? null });
              }}
            >
              <option value="">{w.noFollowUp}</option>
              {FOLLOW_UP_PRESETS.map((one) => (
                <option key={one} value={one}>
                  {w.followUps[one]}
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
