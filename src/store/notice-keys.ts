import type { Insertable, Kysely, Selectable } from 'kysely';
import type { NoticeKeysTable } from './tables/bookkeeping.ts';
import type { Tables } from './tables/tables.ts';

/** The stored use of an idempotency key on notices, or null. */
export async function findNoticeKey(db: Kysely<Tables>, key: string): Promise<Selectable<NoticeKeysTable> | null> {
  return (await db.selectFrom('notice_keys').selectAll().where('key', '=', key).executeTakeFirst()) ?? null;
}

/** Stores the use of an idempotency key on a notice. Fails when the key exists. */
export async function insertNoticeKey(db: Kysely<Tables>, key: Insertable<NoticeKeysTable>): Promise<void> {
  await db.insertInto('notice_keys').values(key).execute();
}
