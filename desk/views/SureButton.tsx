import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { focusIfLost } from './focus.ts';

interface Props {
  /** whether there is anything to do; afterwards there is not */
  isPossible: boolean;
  /** whether the press waits for its confirmation */
  isAsking: boolean;
  ask: (isAsked: boolean) => void;
  act: () => void;
  words: { act: string; sure: string; yes: string; no: string };
  /** what it is done to, for those who hear the button alone, where the button itself does not say it */
  of?: string;
  /** the id of the heading that gets the focus when the button is gone */
  heading: string;
}

/**
 * A button that asks before it acts. The question focuses cancel; after cancelling the focus returns to the button, after
 * confirming it goes to the heading.
 */
export function SureButton({ isPossible, isAsking, ask, act, words, of, heading }: Props): JSX.Element {
  const first = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(false);
  useLayoutEffect(() => {
    if (isAsking) first.current?.focus();
    else if (wasAsked.current) focusIfLost(first.current ?? document.getElementById(heading));
    wasAsked.current ||= isAsking;
  }, [isAsking, isPossible]);
  return (
    <>
      {isPossible && !isAsking && (
        <button
          ref={first}
          type="button"
          class="plain danger"
          aria-label={of && `${words.act} ${of}`}
          onClick={() => ask(true)}
        >
          {words.act}
        </button>
      )}
      {isAsking && (
        <div class="sure" role="alert">
          <p>{words.sure}</p>
          <button type="button" class="danger" onClick={act}>
            {words.yes}
          </button>
          <button ref={first} type="button" onClick={() => ask(false)}>
            {words.no}
          </button>
        </div>
      )}
    </>
  );
}
