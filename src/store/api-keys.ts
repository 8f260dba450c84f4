import type { Insertable, Kysely, Selectable } from 'kysely';
import type { InstantText } from './instants.ts';
import type { ApiKeysTable } from './tables/registry.ts';
import type { Tables } from './tables/tables.ts';

export type ApiKeyRow = Selectable<ApiKeysTable>;

/** Inserts a key of a system. */
export async function insertApiKey(
  db: Kysely<Tables>,
  key: Omit<Insertable<ApiKeysTable>, 'used_at' | 'revoked_at' | 'revoked_by'>,
): Promise<void> {
  await db
    .insertInto('api_keys')
    .values({ ...key, used_at: null, revoked_at: null, revoked_by: null })
    .execute();
}

/** The valid key with a hash, or null. */
export async function findApiKey(db: Kysely<Tables>, keyHash: string): Promise<ApiKeyRow | null> {
  const key = await db
    .selectFrom('api_keys')
    .selectAll()
    .where('key_hash', '=', keyHash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return key ?? null;
}

/** Every key that was ever made, the newest first. */
export async function allApiKeys(db: Kysely<Tables>): Promise<ApiKeyRow[]> {
  return db.selectFrom('api_keys').selectAll().orderBy('made_at', 'desc').orderBy('id').execute();
}

/** Notes that a key was used. */
export async function updateKeyUsed(db: Kysely<Tables>, id: string, used_at: InstantText): Promise<void> {
  await db.updateTable('api_keys').set({ used_at }).where('id', '=', id).execute();
}

/** Revokes a valid key. @returns whether there was one */
export async function updateKeyRevoked(
  db: Kysely<Tables>,
  id: string,
  revoked: { revoked_at: InstantText; revoked_by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('api_keys')
    .set(revoked)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** The names of keys by their ids. */
export async function apiKeyNames(db: Kysely<Tables>, ids: ReadonlySet<string>): Promise<Map<string, string>> {
  if (ids.size === 0) return new Map();
  const rows = await db
    .selectFrom('api_keys')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
