import type { Insertable, Kysely, Selectable } from 'kysely';
import type { InstantText } from './instants.ts';
import type { Tables } from './tables/tables.ts';
import type { MergesTable } from './tables/tickets.ts';
import type { TicketRow } from './tickets.ts';

export type MergeRow = Selectable<MergesTable>;

/**
 * Moves the messages and notes of a ticket behind those of another one; tickets that were merged into it before follow,
 * with what their tokens have seen of it.
 * @param places how many messages the other thread has
 */
export async function moveThread(transaction: Kysely<Tables>, from: string, to: string, places: number): Promise<void> {
  await transaction
    .updateTable('messages')
    .set((row) => ({
      ticket_number: to,
      position: row('position', '+', places),
      merged_from: row.fn.coalesce('merged_from', row.val(from)),
    }))
    .where('ticket_number', '=', from)
    .execute();
  await transaction
    .updateTable('tickets')
    .set((row) => ({ merged_into: to, customer_seen: row('customer_seen', '+', places) }))
    .where((row) => row.or([row('merged_into', '=', from), row('number', '=', from)]))
    .execute();
}

/** The tickets that were merged into one, the oldest first. */
export function mergedInto(db: Kysely<Tables>, number: string): Promise<TicketRow[]> {
  return db.selectFrom('tickets').selectAll().where('merged_into', '=', number).orderBy('sequence').execute();
}

/** The tickets merged into one that have this token. */
export function mergedWithToken(db: Kysely<Tables>, into: string, tokenHash: string): Promise<TicketRow[]> {
  const merged = db.selectFrom('tickets').selectAll().where('merged_into', '=', into);
  return merged.where('token_hash', '=', tokenHash).execute();
}

/** Records a merge. */
export async function insertMerge(db: Kysely<Tables>, merge: Insertable<MergesTable>): Promise<void> {
  await db.insertInto('merges').values(merge).execute();
}

/** The merges that a thread is made of, without those that were undone. Those of before 0021 are not known. */
export function mergesOf(db: Kysely<Tables>, number: string): Promise<MergeRow[]> {
  return db
    .selectFrom('merges')
    .innerJoin('tickets', 'tickets.number', 'merges.from_number')
    .selectAll('merges')
    .where('tickets.merged_into', '=', number)
    .where('merges.undone_at', 'is', null)
    .orderBy('merges.id')
    .execute();
}

/** Marks a merge as undone. */
export async function endMerge(db: Kysely<Tables>, id: number, at: InstantText): Promise<void> {
  await db.updateTable('merges').set({ undone_at: at }).where('id', '=', id).execute();
}

/** Renames a person in the tickets that were merged into one. */
export async function setPerson(
  db: Kysely<Tables>,
  into: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await db
    .updateTable('tickets')
    .set({ person: to })
    .where('merged_into', '=', into)
    .where((row) => row(row.fn.coalesce('person', 'number'), '=', from))
    .execute();
}

/** The merge of a ticket that stands, or null; none is known of before 0021. */
export async function standingMerge(db: Kysely<Tables>, from: string): Promise<MergeRow | null> {
  const merge = db.selectFrom('merges').selectAll().where('from_number', '=', from).where('undone_at', 'is', null);
  return (await merge.executeTakeFirst()) ?? null;
}

/** The first and last position of the messages of merged tickets in a thread; null when they have none there. */
export async function placesOf(
  db: Kysely<Tables>,
  number: string,
  parts: readonly string[],
): Promise<{ first: number; last: number } | null> {
  const { first, last } = await db
    .selectFrom('messages')
    .select((select) => [select.fn.min('position').as('first'), select.fn.max('position').as('last')])
    .where('ticket_number', '=', number)
    .where('merged_from', 'in', parts)
    .executeTakeFirstOrThrow();
  return first !== null && last !== null ? { first, last } : null;
}

/**
 * Moves the messages and notes of merged tickets out of a thread again; the positions after them close up.
 * @param parts the merged ticket, first, and those merged into it before
 */
export async function takeOutThread(
  transaction: Kysely<Tables>,
  number: string,
  [from, ...before]: readonly [string, ...string[]],
  taken: { first: number; last: number } | null,
): Promise<void> {
  const parts = [from, ...before];
  await transaction
    .updateTable('messages')
    .set((row) => ({
      ticket_number: from,
      position: row('position', '-', (taken?.first ?? 1) - 1),
      merged_from: row.fn<string | null>('nullif', ['merged_from', row.val(from)]),
    }))
    .where('ticket_number', '=', number)
    .where('merged_from', 'in', parts)
    .execute();
  if (!taken) return;
  await transaction
    .updateTable('messages')
    .set((row) => ({ position: row('position', '-', taken.last - taken.first + 1) }))
    .where('ticket_number', '=', number)
    .where('position', '>', taken.last)
    .execute();
}
