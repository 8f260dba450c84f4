import { isTicketNumber } from '../contract/tickets/ticket-number.ts';
import { type AnswerStatus, afterAnswer } from '../policy/thread.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import type { TicketRow } from '../store/tickets.ts';
import { takeSurvivor } from './find-survivor.ts';
import { type AgentAction, onOurTicket } from './on-our-ticket.ts';
import { type Done, type KeyReused, once } from './once.ts';
import { writeAnswer } from './write-answer.ts';

/** What we answer, and where it leaves the ticket. */
export interface Answer {
  text: string;
  status: AnswerStatus;
  /** how many messages of the thread whoever answers has seen; all there are when it is not said */
  seenMessages?: number;
}

/** How an answer ended. */
export type Answered =
  | { outcome: 'answered' }
  | { outcome: 'not-found' }
  /** the customer wrote on meanwhile, and the answer would have passed for an answer to that too; or a colleague was faster */
  | { outcome: 'newer-message' };

/** Why an answer was not stored. */
export interface AnswerRefused {
  outcome: 'refused';
  code: 'not-found' | 'newer-message';
}

/**
 * Answers a ticket once per idempotency key: an agent whose network broke may press again.
 * @returns what is stored as the answer; refusals store nothing
 */
export async function answerTicketOnce(
  deps: StoreAndClock,
  action: AgentAction,
  key: string,
  answer: Answer,
): Promise<Done | KeyReused | AnswerRefused> {
  const { number } = action;
  if (!isTicketNumber(number)) return { outcome: 'refused', code: 'not-found' };
  return once<AnswerRefused>(deps, key, { number, actor: action.actor, ...answer }, async (transaction, now) => {
    const ticket = await takeSurvivor(transaction, number);
    if (!ticket) return { outcome: 'refused', code: 'not-found' };
    const answered = await answerSeen(transaction, ticket, action, answer, now);
    if (answered.outcome !== 'answered') return { outcome: 'refused', code: 'newer-message' };
    return { number, answer: { number, status: answer.status } };
  });
}

/** Answers a ticket: the customer sees the text, and nothing is owed any more. */
export async function answerTicket(deps: StoreAndClock, action: AgentAction, answer: Answer): Promise<Answered> {
  const answered = await onOurTicket(deps, action, (transaction, ticket, now) =>
    answerSeen(transaction, ticket, action, answer, now),
  );
  return answered ?? { outcome: 'not-found' };
}

/** Answers what was seen. Over a message that came meanwhile nobody answers: neither the customer's, unread, nor a colleague's, twice. */
async function answerSeen(
  transaction: Store,
  ticket: TicketRow,
  action: AgentAction,
  { text, status, seenMessages }: Answer,
  now: Temporal.Instant,
): Promise<Answered> {
  if (ticket.message_count > (seenMessages ?? ticket.message_count)) return { outcome: 'newer-message' };
  await writeAnswer(transaction, ticket, action, { text, after: afterAnswer(status), isSeen: true }, now);
  return { outcome: 'answered' };
}
