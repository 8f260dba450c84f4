import { isTicketNumber } from '../contract/tickets/ticket-number.ts';
import { lock } from '../store/lock.ts';
import type { Store } from '../store/open.ts';
import { findTicket, type TicketRow } from '../store/tickets.ts';

/**
 * The ticket with this number, or the one it was merged into; null when there is none. An invalid number is not looked
 * up: PostgreSQL fails on some texts.
 */
export async function resolveMerged(db: Store, number: string): Promise<TicketRow | null> {
  const ticket = isTicketNumber(number) ? await findTicket(db, number) : null;
  return ticket?.merged_into ? findTicket(db, ticket.merged_into) : ticket;
}

/** The same under a lock: first that of the given number, then that of the ticket it was merged into. */
export async function lockTicket(transaction: Store, number: string): Promise<TicketRow | null> {
  if (!isTicketNumber(number)) return null;
  await lock(transaction, `ticket:${number}`);
  const ticket = await resolveMerged(transaction, number);
  return !ticket || ticket.number === number ? ticket : lockTicket(transaction, ticket.number);
}
