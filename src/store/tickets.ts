import type { Insertable, Kysely, Selectable, Updateable } from 'kysely';
import type { InstantText } from './instants.ts';
import { startResponseTime } from './response-times.ts';
import type { Tables } from './tables/tables.ts';
import type { TicketsTable } from './tables/tickets.ts';

export type TicketRow = Selectable<TicketsTable>;

/** The next value of the gapless counter. It counts only if the transaction is committed. */
export async function nextSequence(transaction: Kysely<Tables>): Promise<number> {
  const counter = await transaction
    .updateTable('counters')
    .set((update) => ({ value: update('value', '+', 1) }))
    .where('name', '=', 'ticket')
    .returning('value')
    .executeTakeFirstOrThrow();
  return counter.value;
}

/** The token hash of a ticket that nobody holds a token of: no hash of a token is empty. */
export const NO_TOKEN = '';

/** Inserts a ticket, and its wait if the customer waits for a reply. The first message is written separately. */
export async function insertTicket(db: Kysely<Tables>, ticket: Insertable<TicketsTable>): Promise<void> {
  await db.insertInto('tickets').values(ticket).execute();
  if (ticket.waiting_since)
    await startResponseTime(db, { ...ticket, answer_by: ticket.answer_by ?? null }, ticket.waiting_since);
}

/** A ticket by its number. The caller has checked access already. */
export async function findTicket(db: Kysely<Tables>, number: string): Promise<TicketRow | null> {
  return (await db.selectFrom('tickets').selectAll().where('number', '=', number).executeTakeFirst()) ?? null;
}

/** Of the ticket that a token opens, unless the token was revoked: its shop and proof. */
export async function ticketOfToken(
  db: Kysely<Tables>,
  tokenHash: string,
): Promise<Pick<TicketRow, 'number' | 'shop_id' | 'proof'> | null> {
  const ticket = await db
    .selectFrom('tickets')
    .select(['number', 'shop_id', 'proof'])
    .where('token_hash', '=', tokenHash)
    .where('token_revoked_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return ticket ?? null;
}

/** Updates a ticket in a way that no customer can notice, such as the time of a note: its version stays. */
export async function updateTicketUnseen(
  transaction: Kysely<Tables>,
  number: string,
  changes: Updateable<TicketsTable>,
): Promise<void> {
  await transaction.updateTable('tickets').set(changes).where('number', '=', number).execute();
}

/** Takes an agent's tickets from them that are not over, and gives the numbers of these, the oldest first. */
export async function releaseTickets(transaction: Kysely<Tables>, agentId: string): Promise<string[]> {
  const released = await transaction
    .updateTable('tickets')
    .set({ assignee_id: null })
    .where('assignee_id', '=', agentId)
    .where('status', 'not in', ['solved', 'closed'])
    .returning(['number', 'sequence'])
    .execute();
  return released.toSorted((one, other) => one.sequence - other.sequence).map(({ number }) => number);
}

/** How many tickets that are not over each agent holds who holds any. */
export async function ticketsHeld(db: Kysely<Tables>): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('tickets')
    .select(['assignee_id', ({ fn }) => fn.countAll<number>().as('count')])
    .where('assignee_id', 'is not', null)
    .where('merged_into', 'is', null)
    .where('status', 'not in', ['solved', 'closed'])
    .groupBy('assignee_id')
    .execute();
  return new Map(rows.map(({ assignee_id, count }) => [assignee_id ?? '', Number(count)]));
}

/** Updates a ticket and increments its version. */
export async function updateTicket(
  transaction: Kysely<Tables>,
  number: string,
  changes: Updateable<TicketsTable>,
): Promise<void> {
  await transaction
    .updateTable('tickets')
    .set(changes)
    .set((update) => ({ version: update('version', '+', 1) }))
    .where('number', '=', number)
    .execute();
}

/**
 * A page of a shop's tickets, the newest first; merged ones are left out, as they are part of others.
 * @param before the sequence of the last ticket of the previous page; null for the first page
 */
export async function ticketsOfShop(
  db: Kysely<Tables>,
  shopId: number,
  before: number | null,
  limit: number,
): Promise<TicketRow[]> {
  const tickets = db.selectFrom('tickets').selectAll().where('shop_id', '=', shopId).where('merged_into', 'is', null);
  const page = before === null ? tickets : tickets.where('sequence', '<', before);
  return page.orderBy('sequence', 'desc').limit(limit).execute();
}

/**
 * A shop's tickets before a sequence that wait for the shop, or are among those named, the newest first.
 * @param numbers of tickets that wait for it for another reason
 */
export async function waitingForShop(
  db: Kysely<Tables>,
  { shopId, before, numbers, limit }: { shopId: number; before: number; numbers: readonly string[]; limit: number },
): Promise<TicketRow[]> {
  return db
    .selectFrom('tickets')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('merged_into', 'is', null)
    .where('sequence', '<', before)
    .where(({ eb, or }) =>
      or([eb('status', '=', 'waiting-for-customer'), ...(numbers.length > 0 ? [eb('number', 'in', numbers)] : [])]),
    )
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute();
}

/**
 * Tickets in one of these statuses without activity since an instant, the longest inactive first; none for which something
 * is owed.
 */
export async function ticketsToAutoClose(
  db: Kysely<Tables>,
  statuses: readonly TicketRow['status'][],
  untouchedSince: InstantText,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('tickets')
    .select('number')
    .where('status', 'in', statuses)
    .where('changed_at', '<=', untouchedSince)
    .where('queue_waiting', '=', 0)
    .where('follow_up_at', 'is', null)
    .where('queue_return_at', 'is', null)
    .orderBy('changed_at')
    .limit(limit)
    .execute();
  return rows.map(({ number }) => number);
}

/** Tickets whose promise ends before an instant and whose customer was not warned of it, the first to end first. */
export async function ticketsToWarn(
  db: Kysely<Tables>,
  { after, before }: { after: InstantText; before: InstantText },
  limit: number,
): Promise<{ number: string; answer_by: InstantText }[]> {
  const rows = await db
    .selectFrom('tickets')
    .select(['number', 'answer_by'])
    .where('queue_waiting', '=', 1)
    .where('answer_by', '>', after)
    .where('answer_by', '<=', before)
    .where('late_warned_at', 'is', null)
    .where('mail_ended_at', 'is', null)
    .where('contact_email', '!=', '')
    .orderBy('answer_by')
    .limit(limit)
    .execute();
  return rows.map(({ number, answer_by }) => ({ number, answer_by: answer_by ?? '' }));
}

/** Tickets that are back from being put off and of which the desk was not told, the first back first. */
export async function ticketsToReturn(db: Kysely<Tables>, now: InstantText, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('tickets')
    .select('number')
    .where('queue_return_at', '<=', now)
    .where('snoozed_until', '<=', now)
    .where('returned_at', 'is', null)
    .orderBy('queue_return_at')
    .limit(limit)
    .execute();
  return rows.map(({ number }) => number);
}

/** The number of tickets. */
export async function countTickets(db: Kysely<Tables>): Promise<number> {
  const { count } = await db
    .selectFrom('tickets')
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
