import { isTicketNumber } from '../contract/tickets/ticket-number.ts';
import type { Caller } from '../identity/caller.ts';
import { tokenLives } from '../policy/auto-close.ts';
import { type TokenView, tokenView } from '../policy/token-view.ts';
import { readInstant } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import { mergedInto, mergedWithToken, mergesOf } from '../store/merge.ts';
import type { Store } from '../store/open.ts';
import type { TicketRow } from '../store/tickets.ts';
import { resolveMerged } from './resolve-merged.ts';

/** A ticket that a caller may see, and how much of it. */
export interface OpenedTicket {
  ticket: TicketRow;
  /** the ticket that they have the token or link of: this one, or one that was merged into it */
  own: TicketRow;
  view: TokenView | 'whole';
}

/**
 * The ticket with this number, if the caller may see it: every access of a customer to a ticket goes through here. A
 * foreign ticket and a missing one are both null, so that no caller can tell them apart and learn which numbers exist.
 * The number and token of a merged ticket open the one it was merged into, or what of it is theirs.
 */
export async function findTicketFor(
  db: Store,
  number: string,
  caller: Caller,
  now: Temporal.Instant,
): Promise<OpenedTicket | null> {
  const ticket = await resolveMerged(db, number);
  return ticket && openFor(db, ticket, caller, now);
}

/** The same under the ticket's lock. */
export async function lockTicketFor(
  transaction: Store,
  number: string,
  caller: Caller,
  now: Temporal.Instant,
): Promise<OpenedTicket | null> {
  if (!isTicketNumber(number)) return null;
  await lock(transaction, `ticket:${number}`);
  const opened = await findTicketFor(transaction, number, caller, now);
  if (!opened || opened.ticket.number === number) return opened;
  return lockTicketFor(transaction, opened.ticket.number, caller, now);
}

/**
 * A ticket as far as a caller may see it: all of it with a session of its shop; with a valid token of it or of a ticket
 * merged into it what `tokenView` says. A link opens what the token of a ticket does that nothing proves: it went to an
 * address that somebody typed.
 */
export async function openFor(
  db: Store,
  ticket: TicketRow,
  caller: Caller,
  now: Temporal.Instant,
): Promise<OpenedTicket | null> {
  if (caller.kind === 'session')
    return caller.shopId === ticket.shop_id ? { ticket, own: ticket, view: 'whole' } : null;
  if (caller.kind === 'nobody' || !tokenLives(readInstant(ticket.closed_at), now)) return null;
  const opening = caller.kind === 'link' ? await linked(db, ticket, caller.number) : await held(db, ticket, caller);
  const [own] = opening;
  return own ? { ticket, own, view: await viewOf(db, ticket, opening) } : null;
}

/** Of a ticket and those merged into it, the ones that a token opens. */
async function held(db: Store, ticket: TicketRow, { tokenHash }: { tokenHash: string }): Promise<TicketRow[]> {
  const own = tokenHash === ticket.token_hash ? [ticket] : [];
  const held = [...own, ...(await mergedWithToken(db, ticket.number, tokenHash))];
  return held.filter(({ token_revoked_at }) => token_revoked_at === null);
}

/** The same for a mailed link, which is made for one number and proves nothing of a shop. */
async function linked(db: Store, ticket: TicketRow, number: string): Promise<TicketRow[]> {
  const own = [ticket, ...(await mergedInto(db, ticket.number))].filter((one) => one.number === number);
  return own.map((one) => ({ ...one, proof: 'unverified', proof_alone: null }));
}

/** @param opening the tickets that the caller opens by themselves, each with the proof that counts for that */
async function viewOf(db: Store, ticket: TicketRow, opening: readonly TicketRow[]): Promise<TokenView | 'whole'> {
  const { number } = ticket;
  const merged = await mergedInto(db, number);
  if (merged.length === 0) return 'whole';
  const joins = (await mergesOf(db, number)).map(({ from_number: from, into_number: into, last_message }) => ({
    from,
    into,
    lastMessage: last_message,
  }));
  const parts = [ticket, ...merged].map((part) => {
    const { person, proof, proof_alone } = opening.find((one) => one.number === part.number) ?? part;
    return { number: part.number, person, proof: proof_alone ?? proof };
  });
  return tokenView(
    opening.map((one) => one.number),
    parts,
    joins,
  );
}
