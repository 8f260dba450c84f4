import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { isUnavailable } from '../../src/store/is-unavailable.ts';
import { openStore } from '../../src/store/open.ts';
import { currentVersion, insertRelease } from '../../src/store/releases.ts';
import { nextSequence } from '../../src/store/tickets.ts';
import { test } from '../support/fixtures.ts';
import { NOW } from '../support/service.ts';

test('what is acknowledged is on the disk: WAL with synchronous=FULL', async ({ temporary }) => {
  const store = await openStore(temporary.url);
  const read = async (pragma: string) =>
    Object.values((await sql.raw(`pragma ${pragma}`).execute(store)).rows[0] ?? {})[0];
  expect([await read('journal_mode'), await read('synchronous'), await read('foreign_keys')]).toEqual(['wal', 2, 1]);
  await store.destroy();
});

test('a transaction that reads first may write, though another process wrote in between', async ({ temporary }) => {
  const other = new Database(temporary.url.slice('sqlite:'.length), { timeout: 0 });
  await temporary.store.transaction().execute(async (transaction) => {
    await transaction.selectFrom('counters').selectAll().execute();
    expect(() => other.exec('update counters set value = 5')).toThrow(/locked/);
    await nextSequence(transaction);
  });
  other.exec('update counters set value = value + 1');
  other.close();
  expect(await nextSequence(temporary.store)).toBe(100003);
});

test('a database that is locked by another process means "not now"', async ({ temporary }) => {
  const other = new Database(temporary.url.slice('sqlite:'.length));
  other.exec('begin immediate');
  const error = await nextSequence(temporary.store).catch((caught: unknown) => caught);
  other.exec('rollback');
  other.close();
  expect(isUnavailable(error)).toBe(true);
  expect(isUnavailable(new Error('something else'))).toBe(false);
});

test('a full disk means "not now" too, and nothing of the transaction stays', async ({ temporary }) => {
  await sql.raw('pragma max_page_count = 1').execute(temporary.store); // SQLite raises it to what is in use
  const filling = temporary.store.transaction().execute(async (transaction) => {
    for (let round = 0; round < 100; round++) await insertRelease(transaction, 'x'.repeat(4000), NOW.toString());
  });
  const error = await filling.catch((caught: unknown) => caught);
  expect(isUnavailable(error)).toBe(true);
  expect(await currentVersion(temporary.store)).toBeNull();
  expect(await nextSequence(temporary.store)).toBe(100001);
});
