import { AGENT_MOVES, type CustomerStatus, type TicketStatus } from '../contract/ticket-status.ts';

/** Where a thread stands. All that happens to it is a function from one such state to the next. */
export interface ThreadState {
  status: TicketStatus;
  /** when the first customer message came that nobody has answered yet: the promise runs from here (A4) */
  waitingSince: Temporal.Instant | null;
}

/** Where an answer may leave a ticket: with the customer, still with us, or done. */
export const ANSWER_STATUSES = ['waiting-for-customer', 'in-progress', 'solved'] as const;

export type AnswerStatus = (typeof ANSWER_STATUSES)[number];

/** A thread as its first message leaves it. */
export function opened(at: Temporal.Instant): ThreadState {
  return { status: 'new', waitingSince: at };
}

/** The customer wrote. Whatever was over is open again; a promise that runs already is not moved (A4). */
export function afterCustomerMessage({ status, waitingSince }: ThreadState, at: Temporal.Instant): ThreadState {
  return { status: status === 'new' ? 'new' : 'in-progress', waitingSince: waitingSince ?? at };
}

/** We answered: nothing is owed. */
export function afterAnswer(status: AnswerStatus): ThreadState {
  return { status, waitingSince: null };
}

/**
 * The customer called the ticket solved, or not solved after all; null when that makes no sense where it stands. Saying
 * again what is so changes nothing. Reopening is a word that waits for an answer, so the promise starts with it.
 */
export function afterCustomerMove(state: ThreadState, to: CustomerStatus, at: Temporal.Instant): ThreadState | null {
  if (state.status === to) return state;
  if (to === 'solved') return state.status === 'closed' ? null : { status: 'solved', waitingSince: null };
  return isOver(state.status) ? { status: 'in-progress', waitingSince: at } : null;
}

/**
 * An agent moved the ticket without an answer; null when that is not allowed. A ticket cannot wait for the customer while
 * the customer waits for us: that would drop the promise without a word. Calling it solved or closed ends the promise.
 */
export function afterAgentMove(state: ThreadState, to: TicketStatus): ThreadState | null {
  if (state.status === to) return state;
  if (!AGENT_MOVES[state.status].includes(to)) return null;
  if (to === 'waiting-for-customer' && state.waitingSince) return null;
  return { status: to, waitingSince: isOver(to) ? null : state.waitingSince };
}

/** Whether nobody expects anything of us any more. */
export function isOver(status: TicketStatus): boolean {
  return status === 'solved' || status === 'closed';
}
