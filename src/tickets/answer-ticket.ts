import type { ReplyStatus } from '../contract/lists.ts';
import { isTicketNumber } from '../contract/tickets/ticket-number.ts';
import { afterAnswer } from '../policy/thread.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import type { TicketRow } from '../store/tickets.ts';
import { type Done, idempotently, type KeyReused } from './idempotently.ts';
import { lockTicket } from './resolve-merged.ts';
import { type AgentAction, withTicketForAgent } from './with-ticket-for-agent.ts';
import { writeAnswer } from './write-answer.ts';

/** The text of a reply, and the status that it sets. */
export interface Answer {
  text: string;
  status: ReplyStatus;
  /** how many messages of the thread the author has seen; all of them when missing */
  seenMessages?: number;
}

/** The outcome of a reply. */
export type Answered =
  | { outcome: 'answered' }
  | { outcome: 'not-found' }
  /** the customer wrote meanwhile, and this would look like a reply to that too; or a colleague was faster */
  | { outcome: 'newer-message' };

/** Why a reply was not stored. */
export interface AnswerRefused {
  outcome: 'refused';
  code: 'not-found' | 'newer-message';
}

/**
 * Replies to a ticket once per idempotency key: an agent whose network broke may press again.
 * @returns the stored response; refusals store nothing
 */
export async function answerTicketOnce(
  deps: StoreAndClock,
  action: AgentAction,
  key: string,
  answer: Answer,
): Promise<Done | KeyReused | AnswerRefused> {
  const { number } = action;
  if (!isTicketNumber(number)) return { outcome: 'refused', code: 'not-found' };
  return idempotently<AnswerRefused>(
    deps,
    key,
    { number, actor: action.actor, ...answer },
    async (transaction, now) => {
      const ticket = await lockTicket(transaction, number);
      if (!ticket) return { outcome: 'refused', code: 'not-found' };
      const answered = await answerSeen(transaction, ticket, action, answer, now);
      if (answered.outcome !== 'answered') return { outcome: 'refused', code: 'newer-message' };
      return { number, answer: { number, status: answer.status } };
    },
  );
}

/** Replies to a ticket: the customer sees the text, and nothing is owed any more. */
export async function answerTicket(deps: StoreAndClock, action: AgentAction, answer: Answer): Promise<Answered> {
  const answered = await withTicketForAgent(deps, action, (transaction, ticket, now) =>
    answerSeen(transaction, ticket, action, answer, now),
  );
  return answered ?? { outcome: 'not-found' };
}

/**
 * Replies unless a message came meanwhile: the customer's would stay unread, and a colleague's reply would be repeated.
 */
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
