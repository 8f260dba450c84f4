import type { Insertable, Kysely, Selectable } from 'kysely';
import type { InstantText } from './tables/columns.ts';
import type { NoticesTable } from './tables/registry.ts';
import type { Tables } from './tables/tables.ts';

export type NoticeRow = Selectable<NoticesTable>;

/** Keeps a new notice. @returns its id */
export async function insertNotice(db: Kysely<Tables>, notice: Omit<Insertable<NoticesTable>, 'id'>): Promise<number> {
  const { id } = await db.insertInto('notices').values(notice).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** All notices there ever were, the newest first. */
export async function listNotices(db: Kysely<Tables>): Promise<NoticeRow[]> {
  return db.selectFrom('notices').selectAll().orderBy('since', 'desc').orderBy('id', 'desc').execute();
}

/** The notices that are told at an instant, the newest first. */
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

/** Ends a notice; false when there is none of that id that has not ended yet. */
export async function markNoticeEnded(db: Kysely<Tables>, id: number, at: InstantText): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('notices')
    .set({ until: at })
    .where('id', '=', id)
    .where((row) => row.or([row('until', 'is', null), row('until', '>', at)]))
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
