import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../words/words.ts';
import { afterDrawing } from './after-drawing.ts';
import { focusIfLost } from './focus-if-lost.ts';
import { LANDINGS } from './follow-keys.ts';

/** What could not be had now, with a press to ask for it again; who pressed it comes to the page's heading when it goes. */
export function NotLoaded({ text, again }: { text: string; again: () => void }): JSX.Element {
  const notice = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    const element = notice.current;
    return () => {
      if (element?.contains(document.activeElement)) {
        afterDrawing(() => focusIfLost(document.getElementById(LANDINGS.page)));
      }
    };
  }, []);
  return (
    <p class="notice warn" ref={notice}>
      {text}{' '}
      <button type="button" class="plain" onClick={again}>
        {words.value.again}
      </button>
    </p>
  );
}
