import type { Insertable, Kysely, Selectable, Updateable } from 'kysely';
import type { MailFate } from '../contract/lists.ts';
import type { InstantText } from './instants.ts';
import { engineOf } from './open.ts';
import type { MailsTable } from './tables/mail.ts';
import type { Tables } from './tables/tables.ts';

/** A letter that came in, without its bytes. */
export type MailRow = Omit<Selectable<MailsTable>, 'raw'>;

const COLUMNS = [
  'id',
  'content_key',
  'mailbox',
  'uid_validity',
  'uid',
  'stored_at',
  'bytes',
  'fate',
  'reason',
  'ticket_number',
  'shop_id',
  'header_id',
  'from_address',
  'from_name',
  'subject',
  'language',
  'is_aligned',
  'tries',
  'lease_until',
  'asked_at',
  'handled_by',
  'handled_at',
] as const;

/** Stores a letter once. @returns its id; null when it is there already, whichever mailbox it was found in */
export async function insertMail(
  transaction: Kysely<Tables>,
  mail: Omit<Insertable<MailsTable>, 'id'>,
): Promise<number | null> {
  const row = await transaction
    .insertInto('mails')
    .values(mail)
    .onConflict((conflict) => conflict.column('content_key').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** A letter by its id, and whether its bytes are there. */
export async function findKeptMail(db: Kysely<Tables>, id: number): Promise<(MailRow & { is_kept: number }) | null> {
  return (await withIsKept(db).where('id', '=', id).executeTakeFirst()) ?? null;
}

function withIsKept(db: Kysely<Tables>) {
  return db
    .selectFrom('mails')
    .select(COLUMNS)
    .select(({ case: when, lit }) => when().when('raw', 'is not', null).then(lit(1)).else(lit(0)).end().as('is_kept'));
}

/** A letter by its id. */
export async function findMail(db: Kysely<Tables>, id: number): Promise<MailRow | null> {
  return (await db.selectFrom('mails').select(COLUMNS).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** The letter of this sender with this `Message-ID`. @param from in lower case */
export async function findMailByHeader(db: Kysely<Tables>, headerId: string, from: string): Promise<MailRow | null> {
  const mail = db
    .selectFrom('mails')
    .select(COLUMNS)
    .where('header_id', '=', headerId)
    .where('from_address', '=', from);
  return (await mail.orderBy('id', 'desc').limit(1).executeTakeFirst()) ?? null;
}

/** Notes that a letter's sender is asked; false when they were before. */
export async function updateMailAsked(transaction: Kysely<Tables>, id: number, at: InstantText): Promise<boolean> {
  const asked = transaction
    .updateTable('mails')
    .set({ asked_at: at })
    .where('id', '=', id)
    .where('asked_at', 'is', null);
  return (await asked.executeTakeFirstOrThrow()).numUpdatedRows === 1n;
}

/** The bytes of a letter; null when there is none, or retention deleted them. */
export async function rawMail(db: Kysely<Tables>, id: number): Promise<Uint8Array | null> {
  const row = await db.selectFrom('mails').select('raw').where('id', '=', id).executeTakeFirst();
  return row?.raw ?? null;
}

/** The fates of letters whose bytes nobody needs any more. */
const SETTLED: readonly MailFate[] = ['opened', 'joined', 'bounce', 'set-aside'];

/** Deletes the bytes of some settled letters that were stored before an instant, the oldest first. @returns of how many */
export async function freeRawMails(db: Kysely<Tables>, before: InstantText, most: number): Promise<number> {
  const old = db
    .selectFrom('mails')
    .select('id')
    .where('raw', 'is not', null)
    .where('stored_at', '<', before)
    .where('fate', 'in', SETTLED)
    .orderBy('stored_at')
    .limit(most);
  const freed = db.updateTable('mails').set({ raw: null }).where('id', 'in', old);
  return Number((await freed.executeTakeFirstOrThrow()).numUpdatedRows);
}

/** The ids of letters that came for a ticket from an address, with their times, the newest first. */
export async function receivedIds(
  db: Kysely<Tables>,
  ticketNumber: string,
  from: string,
): Promise<{ id: string; at: InstantText }[]> {
  const rows = await db
    .selectFrom('mails')
    .select(['header_id', 'stored_at'])
    .where('ticket_number', '=', ticketNumber)
    .where('from_address', '=', from)
    .where('header_id', 'is not', null)
    .orderBy('id', 'desc')
    .limit(20)
    .execute();
  return rows.map(({ header_id, stored_at }) => ({ id: header_id ?? '', at: stored_at }));
}

/** The letters of a fate before an id, the newest first, and whether their bytes are there. */
export async function mailsOfFate(
  db: Kysely<Tables>,
  fate: MailFate,
  before: number | null,
  limit: number,
): Promise<(MailRow & { is_kept: number })[]> {
  const mails = withIsKept(db).where('fate', '=', fate);
  const page = before === null ? mails : mails.where('id', '<', before);
  return page.orderBy('id', 'desc').limit(limit).execute();
}

/** How many letters have a fate; counting ends at `most`. */
export async function countMails(db: Kysely<Tables>, fate: MailFate, most: number): Promise<number> {
  const some = db.selectFrom('mails').select('id').where('fate', '=', fate).limit(most).as('some');
  const { count } = await db
    .selectFrom(some)
    .select((select) => select.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Changes what became of a letter, if it has one of these fates; false when it has another one by now. */
export async function updateMailOf(
  transaction: Kysely<Tables>,
  id: number,
  fates: readonly MailFate[],
  changes: Updateable<MailsTable>,
): Promise<boolean> {
  const changed = transaction.updateTable('mails').set(changes).where('id', '=', id).where('fate', 'in', fates);
  return (await changed.executeTakeFirstOrThrow()).numUpdatedRows === 1n;
}

/** Changes what became of a letter. */
export async function updateMail(
  transaction: Kysely<Tables>,
  id: number,
  changes: Updateable<MailsTable>,
): Promise<void> {
  await transaction.updateTable('mails').set(changes).where('id', '=', id).execute();
}

/**
 * Takes the oldest letter that nobody understood yet and that nobody is at, under a lease.
 * @param leaseUntil longer than understanding takes: whoever finds it then takes it again
 */
export async function takeStoredMail(
  db: Kysely<Tables>,
  now: InstantText,
  leaseUntil: InstantText,
): Promise<MailRow | null> {
  const next = db
    .selectFrom('mails')
    .select('id')
    .where('fate', '=', 'stored')
    .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<=', now)]))
    .orderBy('id')
    .limit(1);
  const taken = await db
    .updateTable('mails')
    .set((row) => ({ lease_until: leaseUntil, tries: row('tries', '+', 1) }))
    // Two processes never wait for each other's row; on SQLite one writes at a time.
    .where('id', '=', engineOf(db) === 'postgres' ? next.forUpdate().skipLocked() : next)
    .returning(COLUMNS)
    .executeTakeFirst();
  return taken ?? null;
}

/** How many letters nobody understood yet. */
export async function countStoredMails(db: Kysely<Tables>): Promise<number> {
  const { count } = await db
    .selectFrom('mails')
    .select((select) => select.fn.countAll<number | string>().as('count'))
    .where('fate', '=', 'stored')
    .executeTakeFirstOrThrow();
  return Number(count);
}
