import type { Store, StoreAndClock } from '../store/open.ts';
import type { TicketRow } from '../store/tickets.ts';
import {
  type Done as Answered,
  idempotently,
  isRefused,
  type KeyReused,
  NOT_FOUND,
  type NotFound,
} from './idempotently.ts';
import { lockTicket } from './resolve-merged.ts';

/** An agent's or operator's action on a ticket. */
export interface AgentAction {
  number: string;
  /** for the audit trail: `operator`, or an agent's id */
  actor: string;
  /** the name the customer sees, if any */
  author: string | null;
}

/** Does some work on a ticket, or on the one it was merged into, under its lock; null when there is none. */
export async function withTicketForAgent<Done>(
  { store, now }: StoreAndClock,
  { number }: AgentAction,
  work: (transaction: Store, ticket: TicketRow, now: Temporal.Instant) => Promise<Done>,
): Promise<Done | null> {
  return store.transaction().execute(async (transaction) => {
    const ticket = await lockTicket(transaction, number);
    return ticket && work(transaction, ticket, now());
  });
}

/**
 * The same once per idempotency key: an agent whose network broke may press again.
 * @param request with number and actor, everything that makes two requests the same
 * @param work returns the response, or a refusal, which stores nothing
 */
export async function onceForAgent<Refused extends { outcome: 'refused' }>(
  deps: StoreAndClock,
  { number, actor }: Pick<AgentAction, 'number' | 'actor'>,
  idempotencyKey: string,
  request: object,
  work: (transaction: Store, ticket: TicketRow, now: Temporal.Instant) => Promise<object | Refused>,
): Promise<Answered | KeyReused | NotFound | Refused> {
  const same = { number, actor, ...request };
  return idempotently<NotFound | Refused>(deps, idempotencyKey, same, async (transaction, now) => {
    const ticket = await lockTicket(transaction, number);
    if (!ticket) return NOT_FOUND;
    const done = await work(transaction, ticket, now);
    return isRefused<Refused>(done) ? done : { number, answer: done };
  });
}
