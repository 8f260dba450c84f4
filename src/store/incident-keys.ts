import type { Insertable, Kysely, Selectable } from 'kysely';
import type { IncidentKeysTable } from './tables/bookkeeping.ts';
import type { Tables } from './tables/tables.ts';

/** The stored use of an idempotency key on incidents, or null. */
export async function findIncidentKey(db: Kysely<Tables>, key: string): Promise<Selectable<IncidentKeysTable> | null> {
  return (await db.selectFrom('notice_keys').selectAll().where('key', '=', key).executeTakeFirst()) ?? null;
}

/** Stores the use of an idempotency key on an incident. Fails when the key exists. */
export async function insertIncidentKey(db: Kysely<Tables>, key: Insertable<IncidentKeysTable>): Promise<void> {
  await db.insertInto('notice_keys').values(key).execute();
}
