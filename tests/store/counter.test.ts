import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/store/open.ts';
import { insertTicket, nextSequence } from '../../src/store/tickets.ts';
import { aTicketRow } from '../support/a-ticket-row.ts';
import { type Service, service } from '../support/service.ts';

let desk: Service;
beforeEach(async () => {
  desk = await service();
});
afterEach(() => desk.discard());

const FIRST = 100_001;

/** Takes the next number and writes its ticket, in one transaction, which fails at the end if told to. */
function openOne(store: Store, fails = false): Promise<void> {
  return store.transaction().execute(async (transaction) => {
    await insertTicket(transaction, aTicketRow(await nextSequence(transaction)));
    if (fails) throw new Error('no');
  });
}

async function storedSequences(): Promise<number[]> {
  const tickets = await desk.store.selectFrom('tickets').select('sequence').orderBy('sequence').execute();
  return tickets.map(({ sequence }) => sequence);
}

function sequencesFromFirst(count: number): number[] {
  return Array.from({ length: count }, (_, index) => FIRST + index);
}

test('a counter asked in a transaction that fails gives the same value again', async () => {
  await expect(openOne(desk.store, true)).rejects.toThrow('no');
  expect(await nextSequence(desk.store)).toBe(FIRST);
});

test('fifty transactions at once get fifty numbers without a gap', async () => {
  await Promise.all(Array.from({ length: 50 }, () => openOne(desk.store)));
  expect(await storedSequences()).toEqual(sequencesFromFirst(50));
});

test('those that fail among fifty at once leave no gap', async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 50 }, (_, index) => openOne(desk.store, index % 3 === 0)),
  );
  const failed = outcomes.filter(({ status }) => status === 'rejected').length;
  expect(failed).toBe(17);
  expect(await storedSequences()).toEqual(sequencesFromFirst(50 - failed));
});

test('two services on one database share one counter', async () => {
  const other = await openStore(desk.url);
  for (let round = 0; round < 5; round++) {
    await openOne(desk.store);
    await openOne(other);
  }
  await other.destroy();
  expect(await storedSequences()).toEqual(sequencesFromFirst(10));
});
