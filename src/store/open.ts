import { Kysely, PostgresAdapter, type QueryExecutorProvider, sql } from 'kysely';
import { migrate } from './migrations/index.ts';
import { assertDurable, isPostgresUrl, postgresDialect } from './postgres.ts';
import { DurableSqliteDialect, openSqlite } from './sqlite.ts';
import type { Tables } from './tables/tables.ts';

/** The database, or a transaction in it. */
export type Store = Kysely<Tables>;

/** What a use case works with. Time is an argument, so that a test can hold it. */
export interface StoreAndClock {
  store: Store;
  now: () => Temporal.Instant;
}

/**
 * Opens the database and brings its tables to the newest shape. Throws an error with a readable message when the
 * database would not keep what it acknowledges; no message contains the address.
 * @param url `sqlite:` and a file's path, or `postgres://USER:PASSWORD@HOST/DATABASE`
 */
export async function openStore(url: string): Promise<Store> {
  const file = /^sqlite:(.+)$/.exec(url)?.[1];
  if (file) return openSqliteStore(file);
  if (isPostgresUrl(url)) return openPostgresStore(url);
  throw new Error(
    'DATABASE_URL must be sqlite: and a file, such as sqlite:var/pomoc.sqlite, or ' +
      'postgres://USER:PASSWORD@HOST/DATABASE with special characters percent-encoded',
  );
}

async function openSqliteStore(file: string): Promise<Store> {
  const store = new Kysely<Tables>({ dialect: new DurableSqliteDialect(openSqlite(file)) });
  try {
    await migrate(store);
  } catch (error) {
    await store.destroy();
    throw error;
  }
  return store;
}

/** Migrations have a connection of their own: they may take longer than a request. */
async function openPostgresStore(url: string): Promise<Store> {
  const migrating = new Kysely<Tables>({ dialect: postgresDialect(url, 'patient') });
  try {
    await assertDurable(migrating);
    await migrate(migrating);
  } finally {
    await migrating.destroy();
  }
  return new Kysely<Tables>({ dialect: postgresDialect(url, 'impatient') });
}

/** The databases the service runs on. */
export type Engine = 'sqlite' | 'postgres';

/**
 * Which database this is. For the few functions that cannot be the same on both; each says in its docstring why the two
 * differ.
 */
export function engineOf(db: QueryExecutorProvider): Engine {
  return db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite';
}

/** Resolves when the database answers. */
export async function ping(store: Store): Promise<void> {
  await sql`select 1`.execute(store);
}
