import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStore, type Store } from '../../src/store/open.ts';
import { makeDataFolder } from './data-folder.ts';
import { copyPostgres, pristinePostgres } from './pristine-postgres.ts';

/** Where a test's data lives, as `DATABASE_URL` names it. */
export interface TemporaryDatabase {
  url: string;
  /** to be called when nothing is connected any more */
  discard: () => Promise<void>;
}

/** One that may have to be filled still. */
type FilledDatabase = TemporaryDatabase & { isFilled: boolean };

/** Puts into a store what is to be there from the start. */
export type Fill = (store: Store) => Promise<unknown>;

/** For a store with nothing in it. */
export const NOTHING: Fill = async () => {};

/**
 * A fresh database with the newest tables in it, of the engine that this run of the tests is about: PostgreSQL in the
 * project `postgres`, whose setup names a server in the environment; SQLite, in a folder of its own, everywhere else.
 */
export async function temporaryDatabase(fill = NOTHING): Promise<FilledDatabase> {
  const server = process.env.POMOC_TEST_POSTGRES;
  return server ? { ...(await pristinePostgres(server)), isFilled: fill === NOTHING } : sqliteDatabase(fill);
}

async function sqliteDatabase(fill: Fill): Promise<FilledDatabase> {
  const { file, discard } = inFolderOfItsOwn();
  const template = templates.get(fill) ?? makeTemplate(fill);
  templates.set(fill, template);
  copyFileSync(await template, file);
  return { url: `sqlite:${file}`, isFilled: true, discard: async () => discard() };
}

/** The files that the databases of this process are copies of: making and filling the tables takes longer than most tests. */
const templates = new Map<Fill, Promise<string>>();

async function makeTemplate(fill: Fill): Promise<string> {
  const { file, discard } = inFolderOfItsOwn();
  process.once('exit', discard);
  const store = await openStore(`sqlite:${file}`);
  await fill(store);
  await store.destroy();
  return file;
}

/** A copy of a database, as it was when nobody was connected to it. */
export async function copyDatabase(url: string): Promise<TemporaryDatabase> {
  const server = process.env.POMOC_TEST_POSTGRES;
  if (server) return copyPostgres(server, url);
  const { file, discard } = inFolderOfItsOwn();
  copyFileSync(url.replace(/^sqlite:/, ''), file);
  return { url: `sqlite:${file}`, discard: async () => discard() };
}

function inFolderOfItsOwn(): { file: string; discard: () => void } {
  const folder = makeDataFolder('pomoc');
  return { file: join(folder, 'pomoc.sqlite'), discard: () => rmSync(folder, { recursive: true }) };
}
