import { Kysely, sql } from 'kysely';
import { migrate } from './migrations/index.ts';
import { DurableSqliteDialect, openSqlite } from './sqlite.ts';
import type { Tables } from './tables.ts';

/** The database, or a transaction in it. */
export type Store = Kysely<Tables>;

/**
 * Opens the database and brings its tables to the newest shape.
 * @param url `sqlite:` and a file's path
 */
export async function openStore(url: string): Promise<Store> {
  const file = /^sqlite:(.+)$/.exec(url)?.[1];
  if (!file) throw new Error('DATABASE_URL must be sqlite: and a file, such as sqlite:var/pomoc.sqlite');
  const store = new Kysely<Tables>({ dialect: new DurableSqliteDialect(openSqlite(file)) });
  try {
    await migrate(store);
  } catch (error) {
    await store.destroy();
    throw error;
  }
  return store;
}

/** Resolves when the database answers. */
export async function ping(store: Store): Promise<void> {
  await sql`select 1`.execute(store);
}
