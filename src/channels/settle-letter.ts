import type { MailFate } from '../contract/lists.ts';
import type { ProblemCode } from '../contract/problem.ts';
import { appendEvent } from '../events/append-event.ts';
import { type KnownShop, toKnownShop } from '../shops/recognise-shop.ts';
import { toInstantText } from '../store/instants.ts';
import { findMail, type MailRow, updateMailOf } from '../store/mails.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { findShopOrNull } from '../store/shops.ts';
import { findTicket } from '../store/tickets.ts';
import { type PersonDeps, takeFromPerson } from './email.ts';
import type { LetterFate, StoredLetter } from './incoming-letter.ts';
import { threadOfLetter } from './letter-thread.ts';
import { openFromLetter, replyFromLetter } from './letter-ticket.ts';

/** What became of a letter on an agent's word. */
export type Settled =
  | { outcome: 'settled'; fate: MailFate; number: string | null }
  | { outcome: 'refused'; code: ProblemCode; ticket?: string };

/** The letters that an agent may decide about: another one is a ticket's, or nobody looked at it yet. */
const OPEN: readonly MailFate[] = ['waits', 'set-aside'];
/** Those that may be set aside. */
const LISTED: readonly MailFate[] = ['waits', 'unreadable'];

/**
 * An agent says which shop a letter is of: it opens a ticket as of the time it came, or joins that shop's ticket which it
 * answers. Two agents who say so at once make one ticket.
 */
export async function giveLetterItsShop(
  deps: PersonDeps,
  { mail: id, shop: shopId, actor }: { mail: number; shop: number; actor: string },
): Promise<Settled> {
  const found = await findMail(deps.store, id);
  const row = found && (await findShopOrNull(deps.store, shopId));
  if (!found || !row) return { outcome: 'refused', code: 'not-found' };
  if (found.ticket_number !== null && found.shop_id === shopId) return repeated(found);
  const letter = await letterOf(deps, found);
  if (!letter) return refusal(found);
  const shop = toKnownShop(row, deps.now());
  const fate = (await joinTicketOf(deps, letter, shop)) ?? (await open(deps, letter, shop, { mail: found, by: actor }));
  return 'code' in fate ? fate : settle(deps, found, { fate, actor, shopId });
}

/** An agent says that a person wrote a letter that was set aside, such as one that a shop's form sent. */
export async function takeLetterAsTicket(
  deps: PersonDeps,
  { mail: id, actor }: { mail: number; actor: string },
): Promise<Settled> {
  const found = await findMail(deps.store, id);
  if (!found) return { outcome: 'refused', code: 'not-found' };
  if (found.ticket_number !== null) return repeated(found);
  const letter = await letterOf(deps, found);
  if (!letter) return refusal(found);
  const fate = await takeFromPerson(deps, letter, actor);
  if (fate.fate === 'set-aside') return refusal(found);
  return settle(deps, found, { fate, actor, shopId: null });
}

/** An agent says that nobody answers a letter. Repeated it changes nothing. */
export async function setLetterAside(
  { store, now }: StoreAndClock,
  { mail, actor }: { mail: number; actor: string },
): Promise<Settled> {
  return store.transaction().execute(async (transaction): Promise<Settled> => {
    const at = toInstantText(now());
    const changes = { fate: 'set-aside', reason: 'by-agent', handled_by: actor, handled_at: at } as const;
    const isChanged = await updateMailOf(transaction, mail, LISTED, changes);
    if (isChanged) await appendEvent(transaction, { at, actor, action: 'mail.set-aside', details: { mail } });
    const found = await findMail(transaction, mail);
    if (!found) return { outcome: 'refused', code: 'not-found' };
    return found.fate === 'set-aside' ? { outcome: 'settled', fate: 'set-aside', number: null } : refusal(found);
  });
}

/** A letter as it is read again; null when it cannot be, or is not an agent's to decide about. */
async function letterOf({ readAgain }: PersonDeps, mail: MailRow): Promise<StoredLetter | null> {
  const read = OPEN.includes(mail.fate) ? await readAgain(mail.id) : null;
  // Whoever opens a ticket must be somebody who can be answered.
  if (!read?.from) return null;
  return { id: mail.id, contentKey: mail.content_key, read, isAligned: mail.is_aligned === 1 };
}

type Refusal = Extract<Settled, { outcome: 'refused' }>;

/** The ticket of this shop that the letter answers, such as one that an earlier letter of hers opened meanwhile. */
async function joinTicketOf(deps: PersonDeps, letter: StoredLetter, shop: KnownShop): Promise<LetterFate | null> {
  const { number } = await threadOfLetter(deps.store, deps.markKey, letter.read);
  const ticket = number && (await findTicket(deps.store, number));
  if (!ticket || ticket.shop_id !== shop.shop.id) return null;
  const joined = await replyFromLetter(deps, letter, ticket.number);
  return joined.outcome === 'refused' ? null : { fate: 'joined', ticketNumber: ticket.number };
}

async function open(
  deps: PersonDeps,
  letter: StoredLetter,
  shop: KnownShop,
  { mail, by }: { mail: MailRow; by: string },
): Promise<LetterFate | Refusal> {
  const opened = await openFromLetter(deps, letter, shop, Temporal.Instant.from(mail.stored_at), by);
  if (opened.outcome !== 'refused') return { fate: 'opened', ticketNumber: opened.number };
  return { outcome: 'refused', code: opened.code === 'idempotency-key-reused' ? 'conflict' : opened.code };
}

/** Writes what became of the letter and who said so, once; a colleague may have been faster. */
async function settle(
  { store, now }: PersonDeps,
  { id }: MailRow,
  { fate, actor, shopId }: { fate: LetterFate; actor: string; shopId: number | null },
): Promise<Settled> {
  const number = 'ticketNumber' in fate ? fate.ticketNumber : null;
  return store.transaction().execute(async (transaction): Promise<Settled> => {
    const at = toInstantText(now());
    const isChanged = await updateMailOf(transaction, id, OPEN, {
      fate: fate.fate,
      reason: 'reason' in fate ? fate.reason : null,
      ticket_number: number,
      shop_id: number === null ? null : (shopId ?? (await shopOfTicket(transaction, number))),
      handled_by: actor,
      handled_at: at,
    });
    const details = { mail: id, ticket: number };
    if (isChanged) await appendEvent(transaction, { at, actor, action: 'mail.taken', details });
    return { outcome: 'settled', fate: fate.fate, number };
  });
}

async function shopOfTicket(transaction: Store, number: string): Promise<number | null> {
  return (await findTicket(transaction, number))?.shop_id ?? null;
}

function repeated({ fate, ticket_number: number }: MailRow): Settled {
  return { outcome: 'settled', fate, number };
}

/** It stands otherwise by now: it is a ticket, or nobody can read it. */
function refusal({ ticket_number: ticket }: MailRow): Refusal {
  return { outcome: 'refused', code: 'conflict', ...(ticket && { ticket }) };
}
