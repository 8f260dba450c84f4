import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/store/open.ts';
import { listedTickets } from '../../src/store/queue.ts';
import { countEachQueued } from '../../src/store/queue-sections.ts';
import { addressesAt, addressesOfShop } from '../../src/store/shop-addresses.ts';
import { queryPlan } from '../support/query-plan.ts';
import { KEPT_LISTS, QUEUE_QUERIES, storeManyTickets } from '../support/queue-queries.ts';
import { REPORT_QUERIES, TICKET_PAGES } from '../support/report-queries.ts';
import { type Service, service } from '../support/service.ts';

const WAYS_TO_SORT = ['seqscan', 'bitmapscan', 'sort'];

let desk: Service;
beforeAll(async () => {
  desk = await service();
  await storeManyTickets(desk.store);
  await sql`analyze`.execute(desk.store);
});
afterAll(() => desk.discard());

/** The plan for a queue that has grown: with few rows PostgreSQL rightly reads all of them and sorts. */
async function planOfLargeQueue(query: (db: Store) => Promise<unknown>): Promise<string> {
  return desk.store.connection().execute(async (connection) => {
    for (const way of WAYS_TO_SORT) await sql.raw(`set enable_${way} = off`).execute(connection);
    const plan = await queryPlan(connection, query);
    for (const way of WAYS_TO_SORT) await sql.raw(`reset enable_${way}`).execute(connection);
    return plan.join('\n');
  });
}

test.each(Object.entries(QUEUE_QUERIES))('%s: a range of an index, and nothing sorted', async (_, asked) => {
  const plan = await planOfLargeQueue(asked.query);
  expect(plan).toContain(`Index Scan using ${asked.index} on tickets`);
  expect(plan).toMatch(new RegExp(`Index Cond: .*${asked.seeks.join(' [=<>]+ .* AND .*')} [=<>]`));
  expect(plan).not.toContain('Sort');
});

test.each(Object.entries(REPORT_QUERIES))('%s reads the period’s part of an index and no row', async (_, asked) => {
  const plan = await planOfLargeQueue(asked.query);
  expect(plan).toContain(`Index Only Scan using ${asked.index} on`);
  expect(plan).toMatch(new RegExp(`Index Cond: .*${asked.column} >= .* AND .*${asked.column} < `));
  expect(plan).not.toContain('Seq Scan');
});

test.each(Object.entries(TICKET_PAGES))('the %s page of a report’s tickets is read in order', async (_, query) => {
  const plan = await planOfLargeQueue(query);
  expect(plan).toContain('Index Scan using tickets_received on tickets');
  expect(plan).toMatch(/waits_ticket|waits_pkey/);
  expect(plan).not.toMatch(/Seq Scan on (tickets|waits)|Sort/);
});

test('whether a ticket of a page has files is looked up in its own messages, not in all there are', async () => {
  const plan = (await queryPlan(desk.store, (db) => listedTickets(db, { limit: 50 }, 'newest', null))).join('\n');
  expect(plan).toMatch(/ on messages\n\s+(Filter|Index Cond): \(ticket_number = tickets\.number\)/);
});

test('what came after the end of support is read along an index of its own', async () => {
  const list = (db: Store) => listedTickets(db, { limit: 50, filter: { support: 'over' } }, 'newest', null);
  expect(await planOfLargeQueue(list)).toContain('tickets_after_support');
});

test('the shops at a host, and the addresses of a shop, are found by an index', async () => {
  const atHosts = await planOfLargeQueue((db) => addressesAt(db, ['a.pl', 'b.pl'], '2026-11-22'));
  expect(atHosts).toContain('Index Scan using shop_addresses_host on shop_addresses');
  const ofShop = await planOfLargeQueue((db) => addressesOfShop(db, 1, '2026-11-22'));
  expect(ofShop).toContain('Index Scan using shop_addresses_shop on shop_addresses');
});

test('what waits in all kept views is counted by one query, each of them in an index', async () => {
  const plan = await planOfLargeQueue((db) => countEachQueued(db, KEPT_LISTS, 100));
  expect(plan.match(/Index (Only )?Scan using tickets_/g)).toHaveLength(2 * KEPT_LISTS.length);
  expect(plan).not.toContain('Seq Scan on tickets');
});

test.each([
  ['unanswered', 'tickets_longest_waiting', null],
  ['unanswered', 'tickets_longest_waiting', '2026-11-22T09:00:00.000Z'],
  ['changed', 'tickets_changed', null],
  ['changed', 'tickets_changed', '2026-11-22T09:00:00.000Z'],
] as const)('the list by %s is read along %s from %j on and sorts nothing', async (sort, index, at) => {
  const after = at && { at, sequence: 5 };
  const plan = await planOfLargeQueue((db) => listedTickets(db, { limit: 50 }, sort, after));
  expect(plan).toMatch(new RegExp(`Index Scan( Backward)? using ${index} on tickets`));
  if (at) expect(plan).toContain('Index Cond: (ROW(');
  expect(plan).not.toContain('Sort');
});

test('whose tickets name somebody are found by an index of the notes that do', async () => {
  const filter = { mentionedId: 'a1' };
  const plan = await planOfLargeQueue((db) => listedTickets(db, { limit: 50, filter }, 'newest', null));
  expect(plan).toContain('note_mentions');
  expect(plan).not.toMatch(/Seq Scan on (messages|note_mentions|tickets)/);
});

test('a query without an index would be seen to sort', async () => {
  const bySubject = (db: Store) => db.selectFrom('tickets').selectAll().orderBy('subject').execute();
  expect(await planOfLargeQueue(bySubject)).toContain('Sort');
});
