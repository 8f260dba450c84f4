import { type Insertable, type Kysely, type Selectable, sql, type Updateable } from 'kysely';
import type { InstantText } from './tables/columns.ts';
import type { NoticesTable } from './tables/registry.ts';
import type { Tables } from './tables/tables.ts';

export type NoticeRow = Selectable<NoticesTable>;

/** Inserts a notice. @returns its id */
export async function insertNotice(db: Kysely<Tables>, notice: Omit<Insertable<NoticesTable>, 'id'>): Promise<number> {
  const { id } = await db.insertInto('notices').values(notice).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** All notices, the newest first. */
export async function listNotices(db: Kysely<Tables>): Promise<NoticeRow[]> {
  return db.selectFrom('notices').selectAll().orderBy('since', 'desc').orderBy('id', 'desc').execute();
}

/** A notice by its id, or null. */
export async function findNotice(db: Kysely<Tables>, id: number): Promise<NoticeRow | null> {
  return (await db.selectFrom('notices').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Notices that start after an instant, the next one first. */
export async function comingNotices(db: Kysely<Tables>, at: InstantText, limit: number): Promise<NoticeRow[]> {
  return db
    .selectFrom('notices')
    .selectAll()
    .where('since', '>', at)
    .where((row) => row.or([row('until', 'is', null), row('until', '>', at)]))
    .orderBy('since')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/**
 * Notices that have ended at an instant, the last one to end first.
 * @param before the last notice of the previous page: when it ended, and its id
 */
export async function endedNotices(
  db: Kysely<Tables>,
  at: InstantText,
  before: { until: InstantText; id: number } | null,
  limit: number,
): Promise<NoticeRow[]> {
  const all = db.selectFrom('notices').selectAll().where('until', '<=', at);
  const page = before ? all.where(sql<boolean>`(until, id) < (${before.until}, ${before.id})`) : all;
  return page.orderBy('until', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** Solved notices whose solution has not reached every linked ticket, the first one solved first. */
export async function incompleteSolutions(db: Kysely<Tables>): Promise<NoticeRow[]> {
  return db
    .selectFrom('notices')
    .selectAll()
    .where('solved_at', 'is not', null)
    .where('completed_at', 'is', null)
    .orderBy('solved_at')
    .execute();
}

/** Updates a notice. */
export async function updateNotice(db: Kysely<Tables>, id: number, changes: Updateable<NoticesTable>): Promise<void> {
  await db.updateTable('notices').set(changes).where('id', '=', id).execute();
}

/** The notices that are active at an instant, the newest first. */
export async function runningNotices(db: Kysely<Tables>, at: InstantText): Promise<NoticeRow[]> {
  return db
    .selectFrom('notices')
    .selectAll()
    .where('since', '<=', at)
    .where((row) => row.or([row('until', 'is', null), row('until', '>', at)]))
    .orderBy('since', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Ends a notice; false when there is no active notice with that id. */
export async function markNoticeEnded(db: Kysely<Tables>, id: number, at: InstantText): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('notices')
    .set({ until: at })
    .where('id', '=', id)
    .where((row) => row.or([row('until', 'is', null), row('until', '>', at)]))
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
