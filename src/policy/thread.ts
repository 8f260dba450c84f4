import type { CustomerStatus, ReplyStatus, TicketStatus } from '../contract/lists.ts';
import { AGENT_MOVES } from '../contract/tickets/ticket-status.ts';

/** The state of a thread. Everything that happens to it is a function from one state to the next. */
export interface ThreadState {
  status: TicketStatus;
  /** the time of the first customer message without a reply: the promise runs from here (A4) */
  waitingSince: Temporal.Instant | null;
}

/** The state of a thread after its first message. */
export function opened(at: Temporal.Instant): ThreadState {
  return { status: 'new', waitingSince: at };
}

/** The customer wrote. A ticket that was over is open again; a promise that runs already is not moved (A4). */
export function afterCustomerMessage({ status, waitingSince }: ThreadState, at: Temporal.Instant): ThreadState {
  return { status: status === 'new' ? 'new' : 'in-progress', waitingSince: waitingSince ?? at };
}

/** We replied: nothing is owed. */
export function afterReply(status: ReplyStatus): ThreadState {
  return { status, waitingSince: null };
}

/**
 * The customer called the ticket solved, or not solved after all; null when its status does not allow that. Repeating
 * the current status changes nothing. Reopening waits for a reply, so the promise starts with it.
 */
export function afterCustomerMove(state: ThreadState, to: CustomerStatus, at: Temporal.Instant): ThreadState | null {
  if (state.status === to) return state;
  if (to === 'solved') return state.status === 'closed' ? null : { status: 'solved', waitingSince: null };
  return isOver(state.status) ? { status: 'in-progress', waitingSince: at } : null;
}

/**
 * An agent moved the ticket without a reply; null when that is not allowed. A ticket cannot wait for the customer while
 * the customer waits for us: that would drop the promise without a word. Calling it solved or closed ends the promise.
 */
export function afterAgentMove(state: ThreadState, to: TicketStatus): ThreadState | null {
  if (state.status === to) return state;
  if (!AGENT_MOVES[state.status].includes(to)) return null;
  if (to === 'waiting-for-customer' && state.waitingSince) return null;
  return { status: to, waitingSince: isOver(to) ? null : state.waitingSince };
}

/** Whether the ticket is over: nobody expects anything of us any more. */
export function isOver(status: TicketStatus): boolean {
  return status === 'solved' || status === 'closed';
}
