import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { DeskModel } from '../models/desk-model.ts';
import { listQuery } from '../models/list-address.ts';
import { viewsOf } from '../models/views-of.ts';
import { words } from '../words/words.ts';

/** Keeps what the list shows as a view: a button that opens into the name and whose it is. */
export function SaveView({ model }: { model: DeskModel }): JSX.Element {
  const texts = words.value.listParts;
  const isOpen = useSignal(false);
  const hasFailed = useSignal(false);
  const name = useSignal('');
  const isShared = useSignal(false);
  async function save(event: Event): Promise<void> {
    event.preventDefault();
    const query = listQuery({ ...model.lists.place(), isCompact: false });
    const isKept = await viewsOf(model).keep({ name: name.peek().trim(), query, isShared: isShared.peek() });
    hasFailed.value = !isKept;
    isOpen.value = !isKept;
  }
  if (!isOpen.value)
    return (
      <p class="save-view">
        <button
          type="button"
          onClick={() => {
            name.value = '';
            isOpen.value = true;
          }}
        >
          {texts.saveView}
        </button>
      </p>
    );
  return (
    <form class="save-view" onSubmit={save}>
      <label>
        {texts.viewName}
        <input
          required
          ref={(field) => {
            if (field && document.activeElement?.closest('form') !== field.form) field.focus();
          }}
          value={name.value}
          onInput={({ currentTarget }) => {
            name.value = currentTarget.value;
          }}
        />
      </label>
      <label class="tick">
        <input
          type="checkbox"
          checked={isShared.value}
          onChange={({ currentTarget }) => {
            isShared.value = currentTarget.checked;
          }}
        />
        {texts.viewShared}
      </label>
      <button type="submit" class="primary">
        {texts.save}
      </button>
      <button
        type="button"
        class="plain"
        onClick={() => {
          isOpen.value = false;
        }}
      >
        {texts.cancel}
      </button>
      <p role="alert">{hasFailed.value && texts.viewNotSaved}</p>
    </form>
  );
}
