import type { JSX } from 'preact';
import { words } from '../words/words.ts';

/** What could not be had now, with a press to ask for it again. */
export function NotLoaded({ text, again }: { text: string; again: () => void }): JSX.Element {
  return (
    <p class="notice warn">
      {text}{' '}
      <button type="button" class="plain" onClick={again}>
        {words.value.again}
      </button>
    </p>
  );
}
