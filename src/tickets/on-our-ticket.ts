import { isTicketNumber } from '../contract/tickets/ticket-number.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import type { TicketRow } from '../store/tickets.ts';
import { takeSurvivor } from './find-survivor.ts';

/** Somebody of ours who does something to a ticket. */
export interface AgentAction {
  number: string;
  /** for the audit trail: `operator`, or an agent's id */
  actor: string;
  /** the name the customer sees, if any */
  author: string | null;
}

/** Does something to a ticket, or to the one it was merged into, while nobody else can write to it; null when there is none. */
export async function onOurTicket<Done>(
  { store, now }: StoreAndClock,
  { number }: AgentAction,
  work: (transaction: Store, ticket: TicketRow, now: Temporal.Instant) => Promise<Done>,
): Promise<Done | null> {
  // What is no number of ours is not worth a transaction; PostgreSQL would stumble over some of it.
  if (!isTicketNumber(number)) return null;
  return store.transaction().execute(async (transaction) => {
    const ticket = await takeSurvivor(transaction, number);
    return ticket && work(transaction, ticket, now());
  });
}
