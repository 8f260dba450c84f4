import type { Kysely } from 'kysely';
import type { InstantText } from './instants.ts';
import type { Tables } from './tables/tables.ts';

/** The current version of the shop program: the last one announced. */
export async function currentVersion(db: Kysely<Tables>): Promise<string | null> {
  const release = await db.selectFrom('releases').select('version').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return release?.version ?? null;
}

/** Makes a version the current one. */
export async function insertRelease(db: Kysely<Tables>, version: string, at: InstantText): Promise<void> {
  await db.insertInto('releases').values({ version, announced_at: at }).execute();
}
