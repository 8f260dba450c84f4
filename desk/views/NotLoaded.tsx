import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../words/words.ts';
import { afterDrawing, focusIfLost } from './focus.ts';
import { FOCUS_TARGETS } from './follow-keys.ts';

/**
 * A message for what could not be loaded, with a button to retry; when the message goes, the focus moves to the page's
 * heading.
 */
export function NotLoaded({ text, again }: { text: string; again: () => void }): JSX.Element {
  const notice = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    const element = notice.current;
    return () => {
      if (element?.contains(document.activeElement)) {
        afterDrawing(() => focusIfLost(document.getElementById(FOCUS_TARGETS.page)));
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
