import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';

/** How long a writer waits for another process (the `pomoc` command) before it answers 503. Milliseconds. */
const BUSY_TIMEOUT_MS = 2000;

/** SQLite before this version can corrupt a WAL that two connections reset at once (fixed in 3.51.3). */
const FIRST_SOUND_VERSION = [3, 51, 3] as const;

const STATEMENTS_KEPT = 256;

/** Opens a SQLite file so that acknowledged writes survive a power cut, or throws an error that names what is wrong. */
export function openSqlite(file: string): SqliteDatabase {
  mkdirSync(dirname(file), { recursive: true });
  const database = new Database(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    assertDurable(database);
  } catch (error) {
    database.close();
    throw error;
  }
  return withStatementCache(database);
}

/** Reads the settings back: a file system that refuses WAL, or a build that ignores a pragma, reports no error. */
function assertDurable(database: Database.Database): void {
  const version = String(database.prepare('select sqlite_version()').pluck().get());
  const facts = {
    journal_mode: database.pragma('journal_mode', { simple: true }),
    synchronous: database.pragma('synchronous', { simple: true }),
    foreign_keys: database.pragma('foreign_keys', { simple: true }),
  };
  if (facts.journal_mode !== 'wal' || facts.synchronous !== 2 || facts.foreign_keys !== 1) {
    throw new Error(`SQLite did not take its settings: ${JSON.stringify(facts)}`);
  }
  if (!isSound(version)) throw new Error(`SQLite ${version} can corrupt its WAL; 3.51.3 or newer is needed`);
}

function isSound(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, least] of FIRST_SOUND_VERSION.entries()) {
    if (parts[index] !== least) return (parts[index] ?? 0) > least;
  }
  return true;
}

/** Kysely's driver prepares each query anew, and preparing costs more than most of our queries. */
function withStatementCache(database: Database.Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    prepare(sql) {
      const known = statements.get(sql);
      if (known) return known;
      if (statements.size >= STATEMENTS_KEPT) statements.clear();
      const prepared = database.prepare(sql);
      statements.set(sql, prepared);
      return prepared;
    },
    close: () => void database.close(),
  };
}

/**
 * Kysely's SQLite dialect with two repairs: transactions take the write lock at once (a plain `begin` that reads first
 * fails with SQLITE_BUSY_SNAPSHOT as soon as the `pomoc` command writes beside the server), and a migration killed half
 * way leaves the old shape.
 */
export class DurableSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(database: SqliteDatabase) {
    super({ database });
    this.#config = { database };
  }

  override createDriver(): SqliteDriver {
    return new ImmediateSqliteDriver(this.#config);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalDdlAdapter();
  }
}

class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** SQLite rolls back by itself when the disk is full; the error of a second rollback would hide the cause. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await super.rollbackTransaction(connection).catch((error: unknown) => {
      if (!(error instanceof Error && error.message.includes('no transaction is active'))) throw error;
    });
  }
}

class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
