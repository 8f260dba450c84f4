import type { Insertable, Kysely, Selectable } from 'kysely';
import type { IdempotencyKeysTable } from './tables/bookkeeping.ts';
import type { Tables } from './tables/tables.ts';

/** The stored response of an idempotency key, or null. */
export async function findKey(db: Kysely<Tables>, key: string): Promise<Selectable<IdempotencyKeysTable> | null> {
  return (await db.selectFrom('idempotency_keys').selectAll().where('key', '=', key).executeTakeFirst()) ?? null;
}

/** Stores the response of an idempotency key. Fails when the key exists. */
export async function insertKey(db: Kysely<Tables>, key: Insertable<IdempotencyKeysTable>): Promise<void> {
  await db.insertInto('idempotency_keys').values(key).execute();
}
