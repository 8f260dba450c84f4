import type { JSX } from 'preact';
import { routeAddress } from '../../models/router.ts';
import { words } from '../../words/words.ts';
import type { Decided } from './decided.ts';

/** How a decision about a letter ended; where it made a ticket, with a link there. */
export function Outcome({ decided }: { decided: Decided }): JSX.Element {
  const isGood = ['taken', 'joined', 'waits', 'aside'].includes(decided.kind);
  return (
    <p class={isGood ? 'notice good' : 'notice warn'}>
      {words.value.mails.outcomes[decided.kind]}{' '}
      {'number' in decided && <a href={routeAddress({ number: decided.number })}>{decided.number}</a>}
    </p>
  );
}
