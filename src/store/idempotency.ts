import type { Insertable, Kysely, Selectable } from 'kysely';
import type { IdempotencyKeysTable } from './tables/bookkeeping.ts';
import type { Tables } from './tables/tables.ts';

/** What was answered to a key before, if anything. */
export async function findKey(db: Kysely<Tables>, key: string): Promise<Selectable<IdempotencyKeysTable> | null> {
  return (await db.selectFrom('idempotency_keys').selectAll().where('key', '=', key).executeTakeFirst()) ?? null;
}

/** Keeps what was answered to a key. Fails when the key is there already. */
export async function insertKey(db: Kysely<Tables>, key: Insertable<IdempotencyKeysTable>): Promise<void> {
  await db.insertInto('idempotency_keys').values(key).execute();
}
