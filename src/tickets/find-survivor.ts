import type { Store } from '../store/open.ts';
import { takeTurn } from '../store/take-turn.ts';
import { findTicket, type TicketRow } from '../store/tickets.ts';

/** The ticket with this number, or the one it was merged into; null when there is none. */
export async function findSurvivor(db: Store, number: string): Promise<TicketRow | null> {
  const ticket = await findTicket(db, number);
  return ticket?.merged_into ? findTicket(db, ticket.merged_into) : ticket;
}

/** The same under a lock: first that of the given number, then that of the ticket it was merged into. */
export async function takeSurvivor(transaction: Store, number: string): Promise<TicketRow | null> {
  await takeTurn(transaction, `ticket:${number}`);
  const ticket = await findSurvivor(transaction, number);
  return !ticket || ticket.number === number ? ticket : takeSurvivor(transaction, ticket.number);
}
