import type { Store, StoreAndClock } from '../store/open.ts';
import type { TicketRow } from '../store/tickets.ts';
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
