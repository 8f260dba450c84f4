import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';

interface Props {
  /** the name of the text */
  name: string;
  text: string;
  words: { copy: string; copied: string; selected: string };
}

/** A text with a copy button; where scripts have no clipboard, the text is selected for the keyboard. */
export function CopyRow({ name, text, words }: Props): JSX.Element {
  const place = useRef<HTMLElement>(null);
  const done = useSignal<'copied' | 'selected' | null>(null);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      done.value = 'copied';
    } catch {
      if (place.current) getSelection()?.selectAllChildren(place.current);
      done.value = 'selected';
    }
  }
  return (
    <p class="copy-row">
      <span>{name}:</span> <code ref={place}>{text}</code>
      <button type="button" aria-label={`${words.copy}: ${name}`} onClick={copy}>
        {words.copy}
      </button>
      <span role="status">{done.value && words[done.value]}</span>
    </p>
  );
}
