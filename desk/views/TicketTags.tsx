import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { pressedKey } from '../../browser/pressed-key.ts';
import type { DeskModel } from '../models/desk-model.ts';
import type { OpenTicket } from '../models/open-ticket.ts';
import { words } from '../words/words.ts';
import { FOCUS_TARGETS } from './follow-keys.ts';
import { Sign } from './signs.tsx';

interface Props {
  model: DeskModel;
  open: OpenTicket;
  tags: readonly string[];
}

/** Changes the tags of the open ticket: each with a press that takes it off, and a field that knows the tags in use. */
export function TicketTags({ model, open, tags }: Props): JSX.Element {
  const texts = words.value.listParts;
  const typed = useSignal('');
  const known = useSignal<string[]>([]);
  const hasFailed = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    void model.readTags().then((read) => {
      known.value = read;
    });
  }, []);
  async function tag(text: string, isOn: boolean): Promise<void> {
    if (isOn) typed.value = '';
    hasFailed.value = false;
    field.current?.focus();
    const isDone = await open.ticket.change({ kind: 'tag', body: { tag: text, isOn } });
    hasFailed.value = !isDone;
    if (!isDone && isOn && typed.peek() === '') typed.value = text;
  }
  function close(): void {
    model.tagging.value = null;
    document.getElementById(FOCUS_TARGETS.heading)?.focus();
  }
  return (
    <form
      class="ticket-tags"
      aria-label={texts.tags}
      onSubmit={(event) => {
        event.preventDefault();
        const text = typed.peek().trim();
        if (text === '') close();
        else void tag(text, true);
      }}
      onKeyDown={(event) => {
        if (pressedKey(event) !== 'Escape') return;
        event.preventDefault();
        close();
      }}
    >
      {tags.map((one) => (
        <button key={one} type="button" class="chip" aria-label={texts.removeTag(one)} onClick={() => tag(one, false)}>
          <Sign of="tag" />
          <span dir="auto">{one}</span>
          <Sign of="cross" />
        </button>
      ))}
      <input
        ref={field}
        list="known-tags"
        aria-label={texts.typeTag}
        placeholder={texts.typeTag}
        value={typed.value}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
        }}
      />
      <datalist id="known-tags">
        {known.value
          .filter((one) => !tags.includes(one))
          .map((one) => (
            <option key={one} value={one} />
          ))}
      </datalist>
      <button type="submit">{texts.addTag}</button>
      <button type="button" class="plain" onClick={close}>
        {texts.arrangeDone}
      </button>
      <p role="alert">{hasFailed.value && texts.tagNotSaved}</p>
    </form>
  );
}
