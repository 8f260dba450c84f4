import type { JSX } from 'preact';
import { ticketWords as words } from '#words/my-tickets.ts';
import { bind } from '#words/panel.ts';

interface Props {
  state: string;
  retry: () => void;
}

/** What list and thread say until the service has answered, or when it does not. */
export function Loading({ state, retry }: Props): JSX.Element {
  return (
    <>
      {state === 'loading' && (
        <p class="row">
          <span class="spinner" /> {words.loading}
        </p>
      )}
      {state === 'unanswered' && (
        <div class="notice warn">
          {bind(words.unanswered)}
          <button type="button" class="link" onClick={retry}>
            {words.tryNow}
          </button>
        </div>
      )}
    </>
  );
}
