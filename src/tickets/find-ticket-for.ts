import { isTicketNumber } from '../contract/ticket-number.ts';
import type { Caller } from '../identity/caller.ts';
import { tokenLives } from '../policy/quiet.ts';
import { readInstant } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { findTicket, type TicketRow } from '../store/tickets.ts';

/**
 * The ticket of this number, if the caller may see it: the one door to every ticket for customers. A ticket that is not
 * theirs and one that does not exist are both null, so that nobody above can tell them apart (M2).
 */
export async function findTicketFor(
  db: Store,
  number: string,
  caller: Caller,
  now: Temporal.Instant,
): Promise<TicketRow | null> {
  // What is no number of ours is not worth a query; PostgreSQL would stumble over some of it.
  const ticket = isTicketNumber(number) ? await findTicket(db, number) : null;
  return ticket && isTheirs(ticket, caller, now) ? ticket : null;
}

/** Whether a ticket is the caller's: by its own token while that lives, or by a session of its shop. */
export function isTheirs(ticket: TicketRow, caller: Caller, now: Temporal.Instant): boolean {
  if (caller.kind === 'session') return caller.shopId === ticket.shop_id;
  if (caller.kind === 'nobody' || ticket.token_revoked_at !== null) return false;
  return caller.tokenHash === ticket.token_hash && tokenLives(readInstant(ticket.closed_at), now);
}
