import type { MailFate } from '../../../src/contract/lists.ts';
import type { DeskAnswer } from '../../client/desk-http.ts';
import type { MailSettled } from './mails-client.ts';

/** How a decision about a letter ended, to be announced. */
export type Decided =
  | { kind: 'taken' | 'joined' | 'is-ticket'; number: string }
  | { kind: 'waits' | 'aside' | 'not-read' | 'gone' | 'refused' | 'unanswered' };

/** @param done what the letter is by now, where the answer has no words */
export function toDecided(answer: DeskAnswer<MailSettled | null>, done: MailFate): Decided {
  if (answer.outcome === 'ok') {
    const { fate, number } = answer.value ?? { fate: done, number: null };
    if (number !== null) return { kind: fate === 'joined' ? 'joined' : 'taken', number };
    return { kind: fate === 'set-aside' ? 'aside' : 'waits' };
  }
  if (answer.outcome !== 'refused') return { kind: 'unanswered' };
  const { ticket } = answer.problem;
  if (typeof ticket === 'string') return { kind: 'is-ticket', number: ticket };
  if (answer.code === 'not-found') return { kind: 'gone' };
  return { kind: answer.code === 'conflict' ? 'not-read' : 'refused' };
}
