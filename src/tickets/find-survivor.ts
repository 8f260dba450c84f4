import type { Store } from '../store/open.ts';
import { takeTurn } from '../store/take-turn.ts';
import { findTicket, type TicketRow } from '../store/tickets.ts';

/** The ticket of a number, or the one that it was merged into; null when there is none. */
export async function findSurvivor(db: Store, number: string): Promise<TicketRow | null> {
  const ticket = await findTicket(db, number);
  return ticket?.merged_into ? findTicket(db, ticket.merged_into) : ticket;
}

/** The same, while nobody else can write to it: the turn of the number asked for comes first, that of the survivor behind it. */
export async function takeSurvivor(transaction: Store, number: string): Promise<TicketRow | null> {
  await takeTurn(transaction, `ticket:${number}`);
  const ticket = await findSurvivor(transaction, number);
  return !ticket || ticket.number === number ? ticket : takeSurvivor(transaction, ticket.number);
}
