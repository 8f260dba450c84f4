import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/store/open.ts';
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

async function sqliteDatabase(): Promise<TemporaryDatabase> {
  const { file, discard } = inFolderOfItsOwn();
  template ??= makeTemplate();
  copyFileSync(await template, file);
  return { url: `sqlite:${file}`, discard: async () => discard() };
}

/** The file that every database of this process is a copy of: making the tables takes longer than most tests. */
let template: Promise<string> | undefined;

async function makeTemplate(): Promise<string> {
  const { file, discard } = inFolderOfItsOwn();
  process.once('exit', discard);
  const store = await openStore(`sqlite:${file}`);
  await store.destroy();
  return file;
}

function inFolderOfItsOwn(): { file: string; discard: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'pomoc-'));
  return { file: join(folder, 'pomoc.sqlite'), discard: () => rmSync(folder, { recursive: true }) };
}
