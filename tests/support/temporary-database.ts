import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pristinePostgres } from './pristine-postgres.ts';

/** Where a test's data lives, as `DATABASE_URL` names it. */
export interface TemporaryDatabase {
  url: string;
  /** to be called when nothing is connected any more */
  discard: () => Promise<void>;
}

/**
 * A fresh database with the newest tables in it, of the engine that this run of the tests is about: PostgreSQL in the
 * project `postgres`, whose setup names a server in the environment; SQLite, in a folder of its own, everywhere else.
 */
export async function temporaryDatabase(): Promise<TemporaryDatabase> {
  const server = process.env.POMOC_TEST_POSTGRES;
  return server ? pristinePostgres(server) : sqliteDatabase();
}

function sqliteDatabase(): TemporaryDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'pomoc-'));
  return {
    url: `sqlite:${join(folder, 'pomoc.sqlite')}`,
    discard: async () => rmSync(folder, { recursive: true }),
  };
}
