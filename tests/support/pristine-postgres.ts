import type { Client } from 'pg';
import { atDatabase, onServer, withClient } from './on-server.ts';

/** The database that every test's database is a copy of. */
const TEMPLATE = 'pomoc_template';

/** Beside each table what was in it when it was made, so that a database can be used again: copying one is slow. */
const KEEP_FIRST_ROWS = `do $$ declare name text; begin
  create schema pristine;
  for name in select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace loop
    execute format('create table pristine.%1$I as table public.%1$I', name);
  end loop;
end $$`;

/** The tables' first rows, no others, and every sequence at its start. Waits for nobody: a test may have left a lock. */
const RESTORE_FIRST_ROWS = `do $$ declare name text; begin
  set local lock_timeout = '1s';
  set local session_replication_role = replica; -- in any order, whatever refers to what
  for name in select relname from pg_class where relkind = 'r' and relnamespace = 'pristine'::regnamespace loop
    execute format('delete from public.%I', name);
    execute format('insert into public.%1$I select * from pristine.%1$I', name);
  end loop;
  perform setval(oid::regclass, 1, false) from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace;
end $$`;

/** What differs once a test has changed more than rows. */
const SHAPE = `select (select count(*) from pg_class) as relations, (select count(*) from pg_attribute) as columns,
  (select count(*) from pg_constraint) as constraints, (select count(*) from pg_trigger) as triggers,
  (select count(*) from pg_proc) as functions`;

/** Makes the database that all others are copied from; `migrate` gives it its tables. */
export async function makeTemplate(server: string, migrate: (url: string) => Promise<void>): Promise<void> {
  await onServer(server, [`drop database if exists ${TEMPLATE}`, `create database ${TEMPLATE}`]);
  const url = atDatabase(server, TEMPLATE);
  await migrate(url);
  await onServer(url, [KEEP_FIRST_ROWS]);
}

let made = 0;
/** Databases of this process that no test uses any more. */
const free: { url: string; name: string; shape: string }[] = [];

/** A database with the newest tables and their first rows: one that was used before, or a new one. */
export async function pristinePostgres(server: string): Promise<{ url: string; discard: () => Promise<void> }> {
  const database = (await restored(server)) ?? (await copied(server));
  return { url: database.url, discard: async () => void free.push(database) };
}

async function restored(server: string): Promise<(typeof free)[number] | null> {
  const used = free.pop();
  if (!used) return null;
  const isRestored = await withClient(used.url, async (client) => {
    if ((await shapeOf(client)) !== used.shape) return false;
    await client.query('set synchronous_commit = off');
    await client.query(RESTORE_FIRST_ROWS);
    return true;
  });
  if (isRestored) return used;
  await onServer(server, [`drop database ${used.name} with (force)`]);
  return null;
}

async function copied(server: string): Promise<(typeof free)[number]> {
  made += 1;
  const name = `pomoc_${process.pid}_${made}`;
  await onServer(server, [`create database ${name} template ${TEMPLATE}`]);
  const url = atDatabase(server, name);
  return { url, name, shape: await withClient(url, shapeOf) };
}

/** A copy of a database of this process, to which nobody is connected. */
export async function copyPostgres(
  server: string,
  url: string,
): Promise<{ url: string; discard: () => Promise<void> }> {
  made += 1;
  const name = `pomoc_${process.pid}_${made}`;
  await onServer(server, [`create database ${name} template ${new URL(url).pathname.slice(1)}`]);
  return {
    url: atDatabase(server, name),
    discard: () => onServer(server, [`drop database ${name} with (force)`]),
  };
}

async function shapeOf(client: Client): Promise<string> {
  return JSON.stringify((await client.query(SHAPE)).rows);
}
