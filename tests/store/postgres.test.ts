import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { lock } from '../../src/store/lock.ts';
import { blobType, idColumn, textType } from '../../src/store/migrations/column-types.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { countTickets } from '../../src/store/tickets.ts';
import { emptyPostgres, testServer } from '../support/empty-postgres.ts';
import { onServer } from '../support/on-server.ts';

const stores: Store[] = [];
const discards: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.destroy();
  for (const discard of discards.splice(0)) await discard();
});

async function emptyDatabase(...otherwise: Parameters<typeof emptyPostgres>): Promise<string> {
  const { url, discard } = await emptyPostgres(...otherwise);
  discards.push(discard);
  return url;
}

async function opened(url: string): Promise<Store> {
  const store = await openStore(url);
  stores.push(store);
  return store;
}

async function setting(store: Store, name: string): Promise<string> {
  const { rows } = await sql<{ value: string }>`select current_setting(${name}) as value`.execute(store);
  return rows[0]?.value ?? '';
}

async function refusal(url: string): Promise<string> {
  const error = await openStore(url).then(
    () => 'opened',
    (caught: unknown) => caught,
  );
  return String(error);
}

describe('whatever the defaults of the database', () => {
  test('what is acknowledged is on the disk', async () => {
    const store = await opened(await emptyDatabase('', ['synchronous_commit = off']));
    expect(await setting(store, 'synchronous_commit')).toBe('on');
  });

  test('a transaction sees what was committed while it waited for its lock', async () => {
    const store = await opened(await emptyDatabase('', ['default_transaction_isolation = serializable']));
    const isolation = await store.transaction().execute((transaction) => setting(transaction, 'transaction_isolation'));
    expect(isolation).toBe('read committed');
  });

  test('no statement, lock or forgotten transaction is waited for without an end', async () => {
    const store = await opened(await emptyDatabase('', ['statement_timeout = 0', 'lock_timeout = 0']));
    for (const name of ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout']) {
      expect(await setting(store, name)).toMatch(/^[1-9]\d?s$/);
    }
  });

  test('every column of text sorts by its bytes', async () => {
    const store = await opened(await emptyDatabase());
    const columns = await sql<{ name: string; collation: string }>`
      select attrelid::regclass || '.' || attname as name, collname as collation
      from pg_attribute join pg_class on pg_class.oid = attrelid join pg_collation on pg_collation.oid = attcollation
      where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'kysely%'`.execute(store);
    expect(columns.rows.length).toBeGreaterThan(0);
    expect(columns.rows.filter(({ collation }) => collation !== 'C')).toEqual([]);
  });

  test('and they were made in a database that would sort otherwise', async () => {
    const store = await opened(await emptyDatabase());
    const { rows } = await sql<{ polish: boolean }>`select 'a' < 'B' and 'ą' < 'b' as polish`.execute(store);
    expect(rows).toEqual([{ polish: true }]);
  });
});

describe('a database that cannot keep a promise is refused, and the reason told', () => {
  test('in another encoding', async () => {
    const latin2 = `encoding 'LATIN2' locale_provider libc locale 'C'`;
    expect(await refusal(await emptyDatabase(latin2))).toContain('encoded in LATIN2; UTF8 is needed');
  });

  test('read-only', async () => {
    const url = await emptyDatabase('', ['default_transaction_read_only = on']);
    expect(await refusal(url)).toContain('read-only');
  });

  /** A server that says otherwise about one of its settings. */
  async function databaseThatSays(name: string, value: string): Promise<string> {
    const url = await emptyDatabase('', ['search_path = public, pg_catalog']);
    await onServer(url, [
      `create function public.current_setting(text) returns text language sql as
       $$ select case $1 when '${name}' then '${value}' else pg_catalog.current_setting($1) end $$`,
    ]);
    return url;
  }

  test.each([
    ['server_version_num', '140099', 'too old; 15 or newer is needed'],
    ['fsync', 'off', 'fsync=off'],
    ['synchronous_commit', 'local', 'did not take its settings'],
    ['transaction_isolation', 'serializable', 'did not take its settings'],
  ])('%s=%s', async (name, value, reason) => {
    expect(await refusal(await databaseThatSays(name, value))).toContain(reason);
  });

  test('with a wrong password, which is not repeated', async () => {
    const url = new URL(testServer());
    url.password = 'tajne';
    const reason = await refusal(url.href);
    expect(reason).toContain('DATABASE_URL cannot be opened: password authentication failed');
    expect(reason).not.toContain('tajne');
  });

  test('that is not there', async () => {
    expect(await refusal(`${testServer()}_nie_ma`)).toMatch(
      /DATABASE_URL cannot be opened: database .* does not exist/,
    );
  });

  test('on a machine where nothing listens', async () => {
    expect(await refusal('postgres://localhost:1/pomoc')).toMatch(/DATABASE_URL cannot be opened: .*ECONNREFUSED/);
  });
});

test('services that start at once on an empty database make its tables once', async () => {
  const url = await emptyDatabase();
  const together = await Promise.all(Array.from({ length: 4 }, () => opened(url)));
  for (const store of together) {
    expect(await store.selectFrom('counters').selectAll().execute()).toEqual([{ name: 'ticket', value: 100000 }]);
  }
});

test('locks of different names do not wait for each other', async () => {
  const store = await opened(await emptyDatabase());
  await store.transaction().execute(async (first) => {
    await lock(first, 'one');
    await store.transaction().execute((second) => lock(second, 'other'));
    const same = store.transaction().execute((second) => lock(second, 'one'));
    await expect(same).rejects.toMatchObject({ code: '55P03' });
  });
});

test('a count is a number, and an integer that no number holds is an error', async () => {
  const store = await opened(await emptyDatabase());
  expect(await countTickets(store)).toBe(0);
  const { rows } = await sql`select count(*) as count, 9007199254740991 as most from tickets`.execute(store);
  expect(rows).toEqual([{ count: 0, most: Number.MAX_SAFE_INTEGER }]);
  await expect(sql`select 9007199254740992 as more`.execute(store)).rejects.toThrow(RangeError);
});

test('a table of our column types numbers its rows, and gives text and bytes back as they were', async () => {
  const store = await opened(await emptyDatabase());
  await store.schema
    .createTable('samples')
    .addColumn('id', 'integer', idColumn(store))
    .addColumn('words', textType(store))
    .addColumn('bytes', blobType(store))
    .execute();
  const bytes = Buffer.from([0, 1, 0xff]);
  for (const words of ['żółć 😀', ''])
    await sql`insert into samples (words, bytes) values (${words}, ${bytes})`.execute(store);
  const { rows } = await sql`select * from samples order by id`.execute(store);
  expect(rows).toEqual([
    { id: 1, words: 'żółć 😀', bytes },
    { id: 2, words: '', bytes },
  ]);
});
