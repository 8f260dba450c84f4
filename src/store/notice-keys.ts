import type { Insertable, Kysely, Selectable } from 'kysely';
import type { NoticeKeysTable } from './tables/bookkeeping.ts';
import type { Tables } from './tables/tables.ts';

/** What was done to a notice under a key before, if anything. */
export async function findNoticeKey(db: Kysely<Tables>, key: string): Promise<Selectable<NoticeKeysTable> | null> {
  return (await db.selectFrom('notice_keys').selectAll().where('key', '=', key).executeTakeFirst()) ?? null;
}

/** Keeps under which key something was done to a notice. Fails when the key is there already. */
export async function insertNoticeKey(db: Kysely<Tables>, key: Insertable<NoticeKeysTable>): Promise<void> {
  await db.insertInto('notice_keys').values(key).execute();
}
