import { type AddressInfo, createServer } from 'node:net';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isUnavailable } from '../../src/store/is-unavailable.ts';
import { openStore, ping } from '../../src/store/open.ts';
import { nextSequence } from '../../src/store/tickets.ts';
import { temporaryStore } from '../support/service.ts';

let temporary: Awaited<ReturnType<typeof temporaryStore>>;
let other: Client;
beforeEach(async () => {
  temporary = await temporaryStore();
  other = new Client(temporary.url);
  await other.connect();
});
afterEach(async () => {
  vi.useRealTimers();
  await other.end();
  await temporary.discard();
});

async function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'no failure',
    (error: unknown) => error,
  );
}

/** Ends the server's side of every connection of the service. */
async function cutConnections(): Promise<void> {
  await other.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'pomoc'`);
}

async function connectionsOfService(): Promise<number> {
  const { rows } = await other.query(`select 1 from pg_stat_activity
    where datname = current_database() and application_name = 'pomoc'`);
  return rows.length;
}

describe('what PostgreSQL refuses for the moment is "not now"', () => {
  test.each([
    ['40001', 'serialization'],
    ['40P01', 'deadlock'],
    ['53100', 'disk full'],
    ['53300', 'too many connections'],
    ['55P03', 'lock timeout'],
    ['57014', 'statement timeout'],
    ['58030', 'failing disk'],
    ['25006', 'read-only'],
    ['08006', 'connection lost'],
  ])('%s, %s', async (code) => {
    const raising = sql.raw(`do $$ begin raise sqlstate '${code}'; end $$`).execute(temporary.store);
    expect(isUnavailable(await failure(raising))).toBe(true);
  });

  test.each([
    ['a row that is there already', `insert into counters values ('ticket', 1)`],
    ['a table that is not there', 'select * from nie_ma'],
    ['a column left out', `insert into counters (name) values ('inny')`],
  ])('%s is a fault of ours', async (_, statement) => {
    const error = await failure(sql.raw(statement).execute(temporary.store));
    expect(error).toBeInstanceOf(Error);
    expect(isUnavailable(error)).toBe(false);
  });
});

describe('a connection that dies', () => {
  test('at rest is replaced, though a request or two may be the ones to find it dead', async () => {
    await ping(temporary.store);
    await cutConnections();
    const failures: unknown[] = [];
    await vi.waitFor(() =>
      ping(temporary.store).catch((error: unknown) => {
        failures.push(error);
        throw error;
      }),
    );
    expect(failures.filter((error) => !isUnavailable(error))).toEqual([]);
  });

  test('in a transaction takes the transaction with it and nothing else', async () => {
    const cut = temporary.store.transaction().execute(async (transaction) => {
      await nextSequence(transaction);
      await cutConnections();
      await nextSequence(transaction);
    });
    expect(isUnavailable(await failure(cut))).toBe(true);
    expect(await nextSequence(temporary.store)).toBe(100_001);
  });

  test('between two statements of a transaction too', async () => {
    const cut = temporary.store.transaction().execute(async (transaction) => {
      await nextSequence(transaction);
      await cutConnections();
      await vi.waitFor(async () => expect(await connectionsOfService()).toBe(0));
      await nextSequence(transaction);
    });
    expect(isUnavailable(await failure(cut))).toBe(true);
    expect(await nextSequence(temporary.store)).toBe(100_001);
  });
});

test('a counter that another process holds for too long', async () => {
  await other.query(`begin; update counters set value = value + 1`);
  const error = await failure(nextSequence(temporary.store));
  await other.query('rollback');
  expect(error).toMatchObject({ code: '55P03' });
  expect(isUnavailable(error)).toBe(true);
});

describe('a server that says nothing', () => {
  test('in the middle of a query', async () => {
    await ping(temporary.store);
    await other.query(`begin; update counters set value = value + 1`);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const waiting = failure(nextSequence(temporary.store));
    await vi.waitFor(async () => {
      const { rows } = await other.query(`select 1 from pg_stat_activity where wait_event_type = 'Lock'
        and datname = current_database()`);
      expect(rows).toHaveLength(1);
    });
    await vi.advanceTimersByTimeAsync(8000);
    vi.useRealTimers();
    const error = await waiting;
    await other.query('rollback');
    expect(String(error)).toContain('Query read timeout');
    expect(isUnavailable(error)).toBe(true);
  });

  test('while every connection is busy', async () => {
    const done = Promise.withResolvers<void>();
    const busy = Promise.withResolvers<void>();
    let held = 0;
    const holding = Array.from({ length: 10 }, () =>
      temporary.store.connection().execute(async (connection) => {
        await ping(connection);
        held += 1;
        if (held === 10) busy.resolve();
        await done.promise;
      }),
    );
    await busy.promise;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const waiting = failure(ping(temporary.store));
    await vi.advanceTimersByTimeAsync(3000);
    vi.useRealTimers();
    const error = await waiting;
    done.resolve();
    await Promise.all(holding);
    expect(isUnavailable(error)).toBe(true);
    await ping(temporary.store);
  });

  test('when it is called', async () => {
    const silent = createServer((socket) => socket.resume());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const called = new Promise<void>((resolve) => silent.once('connection', () => resolve()));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const waiting = failure(openStore(`postgres://127.0.0.1:${(silent.address() as AddressInfo).port}/pomoc`));
    await called;
    await vi.advanceTimersByTimeAsync(3000);
    vi.useRealTimers();
    const error = (await waiting) as Error;
    await new Promise((resolve) => silent.close(resolve));
    expect(error.message).toContain('DATABASE_URL cannot be opened');
    expect(isUnavailable(error.cause)).toBe(true);
  });
});
