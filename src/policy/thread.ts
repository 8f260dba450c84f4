import type { CustomerStatus, Helped, ReplyStatus, TicketStatus } from '../contract/lists.ts';

/** The state of a thread. Everything that happens to it is a function from one state to the next. */
export interface ThreadState {
  status: TicketStatus;
  /** the time of the first customer message without a reply: the promise runs from here (A4) */
  waitingSince: Temporal.Instant | null;
  /** by when we said that we write again; null when we said no such thing, or did it */
  followUpAt: Temporal.Instant | null;
}

/** The rules of a status. */
interface StatusRules {
  /** the statuses to which an agent may move the ticket without a reply; nothing becomes `new` again */
  agentMoves: readonly TicketStatus[];
  /** the statuses that the customer may set */
  customerMoves: readonly CustomerStatus[];
  /** nobody expects anything of us any more */
  isOver: boolean;
  /** it waits for the customer, whose reply may never come: it is closed after a time without activity */
  closesByItself: boolean;
}

/** The rules of each status. A new one has to answer all of this before anything compiles. */
export const STATUS_RULES: Record<TicketStatus, StatusRules> = {
  new: {
    agentMoves: ['in-progress', 'solved', 'closed'],
    customerMoves: ['solved'],
    isOver: false,
    closesByItself: false,
  },
  'in-progress': {
    agentMoves: ['waiting-for-customer', 'solved', 'closed'],
    customerMoves: ['solved'],
    isOver: false,
    closesByItself: false,
  },
  'waiting-for-customer': {
    agentMoves: ['in-progress', 'solved', 'closed'],
    customerMoves: ['solved'],
    isOver: false,
    closesByItself: true,
  },
  solved: {
    agentMoves: ['in-progress', 'closed'],
    customerMoves: ['in-progress'],
    isOver: true,
    closesByItself: true,
  },
  closed: {
    agentMoves: ['in-progress'],
    customerMoves: ['in-progress'],
    isOver: true,
    closesByItself: false,
  },
};

/** The state of a thread after its first message. */
export function opened(at: Temporal.Instant): ThreadState {
  return { status: 'new', waitingSince: at, followUpAt: null };
}

/**
 * The customer wrote. A ticket that was over is open again; a promise that runs already is not moved (A4), and what we said
 * of writing again is not taken back.
 */
export function afterCustomerMessage(
  { status, waitingSince, followUpAt }: ThreadState,
  at: Temporal.Instant,
): ThreadState & { waitingSince: Temporal.Instant } {
  return { status: status === 'new' ? 'new' : 'in-progress', waitingSince: waitingSince ?? at, followUpAt };
}

/** We replied: nothing is owed, but what the reply itself says of writing again. */
export function afterReply(status: ReplyStatus, followUpAt: Temporal.Instant | null = null): ThreadState {
  return { status, waitingSince: null, followUpAt };
}

/** The statuses that the customer may set now. */
export function customerMoves({ status }: ThreadState): CustomerStatus[] {
  return [...STATUS_RULES[status].customerMoves];
}

/**
 * The customer called the ticket solved, or not solved after all; null when its status does not allow that. Repeating
 * the current status changes nothing. Reopening waits for a reply, so the promise starts with it.
 */
export function afterCustomerMove(state: ThreadState, to: CustomerStatus, at: Temporal.Instant): ThreadState | null {
  if (state.status === to) return state;
  if (!customerMoves(state).includes(to)) return null;
  return { status: to, waitingSince: to === 'solved' ? null : at, followUpAt: null };
}

/**
 * What a customer's move says of our solution: that it helped, once they call the ticket solved; that it did not, when they
 * open again what was over. Null where it says nothing.
 */
export function saidOfSolution(before: TicketStatus, after: TicketStatus): Helped | null {
  if (isOver(after)) return 'yes';
  return isOver(before) ? 'no' : null;
}

/**
 * The statuses that an agent may set now without a reply. A ticket cannot wait for the customer while the customer
 * waits for us, nor while we are to write again: that would drop a promise without a word.
 */
export function agentMoves({ status, waitingSince, followUpAt }: ThreadState): TicketStatus[] {
  const isOwed = waitingSince !== null || followUpAt !== null;
  return STATUS_RULES[status].agentMoves.filter((to) => to !== 'waiting-for-customer' || !isOwed);
}

/** An agent moved the ticket without a reply; null when that is not allowed. Solved and closed end the promise. */
export function afterAgentMove(state: ThreadState, to: TicketStatus): ThreadState | null {
  if (state.status === to) return state;
  if (!agentMoves(state).includes(to)) return null;
  return isOver(to) ? { status: to, waitingSince: null, followUpAt: null } : { ...state, status: to };
}

/** An agent says by when we write again, or takes that back, without a reply. It opens a ticket that was over. */
export function afterFollowUp(state: ThreadState, followUpAt: Temporal.Instant | null): ThreadState {
  if (followUpAt === null) return { ...state, followUpAt };
  return { ...state, status: 'in-progress', followUpAt };
}

/** Whether the ticket is over: nobody expects anything of us any more. */
export function isOver(status: TicketStatus): boolean {
  return STATUS_RULES[status].isOver;
}

/**
 * The size to which customers may let a thread grow. Every reader fetches the whole thread every few seconds, so a
 * thread of megabytes would keep the service busy. Agents may always reply.
 */
const CAPACITY = { messages: 1000, characters: 1_000_000 } as const;

/** Whether a thread with this many messages and characters in all is within the limit. */
export function fitsThread({ messages, characters }: Record<keyof typeof CAPACITY, number>): boolean {
  return messages <= CAPACITY.messages && characters <= CAPACITY.characters;
}
