import type { CustomerStatus, ReplyStatus, TicketStatus } from '../contract/lists.ts';

/** The state of a thread. Everything that happens to it is a function from one state to the next. */
export interface ThreadState {
  status: TicketStatus;
  /** the time of the first customer message without a reply: the promise runs from here (A4) */
  waitingSince: Temporal.Instant | null;
}

/** The statuses to which an agent may move a ticket without a reply. Nothing becomes `new` again. */
const AGENT_MOVES: Record<TicketStatus, readonly TicketStatus[]> = {
  new: ['in-progress', 'solved', 'closed'],
  'in-progress': ['waiting-for-customer', 'solved', 'closed'],
  'waiting-for-customer': ['in-progress', 'solved', 'closed'],
  solved: ['in-progress', 'closed'],
  closed: ['in-progress'],
};

/** The statuses that a customer may set, by the current one. */
const CUSTOMER_MOVES: Record<TicketStatus, readonly CustomerStatus[]> = {
  new: ['solved'],
  'in-progress': ['solved'],
  'waiting-for-customer': ['solved'],
  solved: ['in-progress'],
  closed: ['in-progress'],
};

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

/** The statuses that the customer may set now. */
export function customerMoves({ status }: ThreadState): CustomerStatus[] {
  return [...CUSTOMER_MOVES[status]];
}

/**
 * The customer called the ticket solved, or not solved after all; null when its status does not allow that. Repeating
 * the current status changes nothing. Reopening waits for a reply, so the promise starts with it.
 */
export function afterCustomerMove(state: ThreadState, to: CustomerStatus, at: Temporal.Instant): ThreadState | null {
  if (state.status === to) return state;
  if (!customerMoves(state).includes(to)) return null;
  return { status: to, waitingSince: to === 'solved' ? null : at };
}

/**
 * The statuses that an agent may set now without a reply. A ticket cannot wait for the customer while the customer
 * waits for us: that would drop the promise without a word.
 */
export function agentMoves({ status, waitingSince }: ThreadState): TicketStatus[] {
  return AGENT_MOVES[status].filter((to) => to !== 'waiting-for-customer' || waitingSince === null);
}

/** An agent moved the ticket without a reply; null when that is not allowed. Solved and closed end the promise. */
export function afterAgentMove(state: ThreadState, to: TicketStatus): ThreadState | null {
  if (state.status === to) return state;
  if (!agentMoves(state).includes(to)) return null;
  return { status: to, waitingSince: isOver(to) ? null : state.waitingSince };
}

/** Whether the ticket is over: nobody expects anything of us any more. */
export function isOver(status: TicketStatus): boolean {
  return status === 'solved' || status === 'closed';
}
