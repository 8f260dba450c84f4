import type { Kysely, Selectable } from 'kysely';
import type { InstantText } from './instants.ts';
import type { Tables } from './tables/tables.ts';
import type { ClosingsTable } from './tables/tickets.ts';

/** Stores a closing of many tickets. @returns its id */
export async function insertClosing(
  transaction: Kysely<Tables>,
  closing: Pick<ClosingsTable, 'closed_at' | 'before'>,
): Promise<number> {
  const { id } = await transaction.insertInto('closings').values(closing).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** A closing by its id. */
export async function findClosing(db: Kysely<Tables>, id: number): Promise<Selectable<ClosingsTable> | null> {
  return (await db.selectFrom('closings').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Notes that a closing was undone, and what was answered. */
export async function endClosing(
  transaction: Kysely<Tables>,
  id: number,
  { at, answer }: { at: InstantText; answer: string },
): Promise<void> {
  await transaction.updateTable('closings').set({ undone_at: at, undone: answer }).where('id', '=', id).execute();
}
