import Database from 'better-sqlite3';
import type { Client } from 'pg';
import type { Engine } from '../../src/store/open.ts';
import { temporaryHome } from '../support/child-service.ts';
import { onServer, withClient } from '../support/on-server.ts';
import { startPostgresServer } from '../support/postgres-server.ts';
import type { StoredTicket } from './verdict.ts';

/** What is left in the database when all is over. */
export interface Remains {
  tickets: StoredTicket[];
  /** `ok`, or what the database's own check complains of */
  integrity: string;
}

/** A database to write into while things break. */
export interface DatabaseUnderTest {
  url: string;
  /** Ends the database's server without warning and starts it again; SQLite has none. */
  crash: (() => Promise<void>) | null;
  /** to be called when nothing writes any more */
  inspect: () => Promise<Remains>;
  discard: () => Promise<void>;
}

export async function startDatabaseUnderTest(engine: Engine): Promise<DatabaseUnderTest> {
  return engine === 'postgres' ? postgresUnderTest() : sqliteUnderTest();
}

function sqliteUnderTest(): DatabaseUnderTest {
  const { databaseFile, databaseUrl, discard } = temporaryHome();
  return {
    url: databaseUrl,
    crash: null,
    inspect: async () => {
      const database = new Database(databaseFile);
      const tickets = database.prepare<[], StoredTicket>('select number, sequence, subject from tickets').all();
      const integrity = String(database.pragma('integrity_check', { simple: true }));
      database.close();
      return { tickets, integrity };
    },
    discard: async () => discard(),
  };
}

async function postgresUnderTest(): Promise<DatabaseUnderTest> {
  const server = await startPostgresServer();
  await onServer(server.url('postgres'), ['create database pomoc']);
  let crashes = 0;
  return {
    url: server.url('pomoc'),
    crash: async () => {
      crashes += 1;
      server.crash(crashes % 2 === 1 ? 'SIGQUIT' : 'SIGKILL');
      await server.start();
    },
    inspect: () => inspectPostgres(server.url('pomoc')),
    discard: server.stop,
  };
}

/** Heap and indexes page by page, each index against its table: what `integrity_check` is for SQLite. */
const CHECKS = [
  'create extension if not exists amcheck',
  `select verify_heapam(oid)::text as complaint from pg_class
   where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  `select bt_index_check(pg_class.oid, true)::text as complaint from pg_class join pg_am on pg_am.oid = relam
   where relkind = 'i' and amname = 'btree' and relnamespace = 'public'::regnamespace`,
  `select gin_index_check(pg_class.oid)::text as complaint from pg_class join pg_am on pg_am.oid = relam
   where relkind = 'i' and amname = 'gin' and relnamespace = 'public'::regnamespace`,
];

async function inspectPostgres(url: string): Promise<Remains> {
  return withClient(url, async (client) => {
    const { rows: tickets } = await client.query<StoredTicket>('select number, sequence, subject from tickets');
    return { tickets, integrity: await checked(client) };
  });
}

/** A sound index answers with an empty text, a broken one with an error; a sound table with no row at all. */
async function checked(client: Client): Promise<string> {
  try {
    for (const check of CHECKS) {
      const { rows } = await client.query<{ complaint: string }>(check);
      const complaint = rows.find((row) => row.complaint)?.complaint;
      if (complaint) return complaint;
    }
    return 'ok';
  } catch (error) {
    return String(error);
  }
}
