import { isTicketNumber } from '../contract/tickets/ticket-number.ts';
import type { Caller } from '../identity/caller.ts';
import { tokenLives } from '../policy/auto-close.ts';
import { readInstant } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import { mergedWithToken } from '../store/merge.ts';
import type { Store } from '../store/open.ts';
import type { TicketRow } from '../store/tickets.ts';
import { resolveMerged } from './resolve-merged.ts';

/**
 * The ticket with this number, if the caller may see it: every access of a customer to a ticket goes through here. A
 * foreign ticket and a missing one are both null, so that no caller can tell them apart and learn which numbers exist.
 * The number and token of a merged ticket open the one it was merged into.
 */
export async function findTicketFor(
  db: Store,
  number: string,
  caller: Caller,
  now: Temporal.Instant,
): Promise<TicketRow | null> {
  const ticket = await resolveMerged(db, number);
  return ticket && (await isTheirs(db, ticket, caller, now)) ? ticket : null;
}

/** The same under the ticket's lock. */
export async function lockTicketFor(
  transaction: Store,
  number: string,
  caller: Caller,
  now: Temporal.Instant,
): Promise<TicketRow | null> {
  if (!isTicketNumber(number)) return null;
  await lock(transaction, `ticket:${number}`);
  const ticket = await findTicketFor(transaction, number, caller, now);
  if (!ticket || ticket.number === number) return ticket;
  return lockTicketFor(transaction, ticket.number, caller, now);
}

/**
 * Whether a caller may see a ticket: with a session of its shop, or with a valid token of it or of a ticket merged into
 * it.
 */
export async function isTheirs(db: Store, ticket: TicketRow, caller: Caller, now: Temporal.Instant): Promise<boolean> {
  if (caller.kind === 'session') return caller.shopId === ticket.shop_id;
  if (caller.kind === 'nobody' || !tokenLives(readInstant(ticket.closed_at), now)) return false;
  const token =
    caller.tokenHash === ticket.token_hash ? ticket : await mergedWithToken(db, ticket.number, caller.tokenHash);
  return token !== null && token.token_revoked_at === null;
}
