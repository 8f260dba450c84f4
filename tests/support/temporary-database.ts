import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

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
  return server ? postgresDatabase(server) : sqliteDatabase();
}

function sqliteDatabase(): TemporaryDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'pomoc-'));
  return {
    url: `sqlite:${join(folder, 'pomoc.sqlite')}`,
    discard: async () => rmSync(folder, { recursive: true }),
  };
}

/** The database that every test's database is a copy of. */
export const TEMPLATE = 'pomoc_template';

let made = 0;
/** Dropped when the next one is made: by then the server knows that its connections are closed. */
const discarded: string[] = [];

async function postgresDatabase(server: string): Promise<TemporaryDatabase> {
  made += 1;
  const name = `pomoc_${process.pid}_${made}`;
  await onServer(server, [
    ...discarded.splice(0).map((old) => `drop database "${old}"`),
    `create database "${name}" template ${TEMPLATE}`,
  ]);
  return { url: atDatabase(server, name), discard: async () => void discarded.push(name) };
}

/** Runs statements one by one that no Kysely query stands for, such as `create database`. */
export async function onServer(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The address of another database on the same server. */
export function atDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
