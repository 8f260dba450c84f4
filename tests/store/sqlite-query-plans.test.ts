import { afterAll, beforeAll, expect, test } from 'vitest';
import { mergedWithToken } from '../../src/store/merge.ts';
import type { Store } from '../../src/store/open.ts';
import { listedTickets, type QueueFilter } from '../../src/store/queue.ts';
import { type Counted, countEachQueued, countQueued } from '../../src/store/queue-sections.ts';
import { addressesAt, addressesOfShop } from '../../src/store/shop-addresses.ts';
import { usedTags } from '../../src/store/tags.ts';
import { queryPlan } from '../support/query-plan.ts';
import { KEPT_LISTS, QUEUE_QUERIES, storeManyTickets } from '../support/queue-queries.ts';
import { REPORT_QUERIES, TICKET_PAGES } from '../support/report-queries.ts';
import { type Service, service } from '../support/service.ts';

let desk: Service;
beforeAll(async () => {
  desk = await service();
  await storeManyTickets(desk.store);
});
afterAll(() => desk.discard());

test.each(Object.entries(QUEUE_QUERIES))('%s: a range of an index, and nothing sorted', async (_, asked) => {
  const plan = (await queryPlan(desk.store, asked.query)).join('\n');
  expect(plan).toMatch(
    new RegExp(`SEARCH tickets USING INDEX ${asked.index} \\(${asked.seeks.join('[=<>?]+ AND ')}[=<>]`),
  );
  expect(plan).not.toContain('TEMP B-TREE');
  expect(plan).not.toContain('SCAN');
});

test.each(Object.entries(REPORT_QUERIES))('%s reads the period’s part of an index and no row', async (_, asked) => {
  const plan = (await queryPlan(desk.store, asked.query)).join('\n');
  expect(plan).toContain(`USING COVERING INDEX ${asked.index} (${asked.column}>? AND ${asked.column}<?)`);
  expect(plan).not.toMatch(/SCAN (tickets|waits|messages)/);
});

test.each(Object.entries(TICKET_PAGES))('the %s page of a report’s tickets is read in order', async (_, query) => {
  const plan = (await queryPlan(desk.store, query)).join('\n');
  expect(plan).toMatch(/SEARCH tickets USING INDEX tickets_received \(.*received_at.*\)/);
  expect(plan).toContain('SEARCH first USING COVERING INDEX waits_ticket');
  expect(plan).not.toContain('SCAN');
  expect(plan).not.toContain('TEMP B-TREE');
});

test.each([
  ['tickets_channel', { channel: 'phone' }],
  ['tickets_topic', { topic: 'renewal' }],
  ['tickets_status', { status: 'closed' }],
  ['tickets_shop', { shopId: 7 }],
  ['tickets_assignee', { assigneeId: 'a1' }],
  ['tickets_assignee', { assigneeId: null }],
] as const)('the list of all reads along %s under %j and sorts nothing', async (index, filter) => {
  const plan = (await queryPlan(desk.store, (db) => listedTickets(db, { limit: 50, filter }, 'newest', null))).join(
    '\n',
  );
  expect(plan).toContain(`SEARCH tickets USING INDEX ${index} (`);
  expect(plan).not.toContain('TEMP B-TREE');
});

test.each([null, 5])('the list of all, unfiltered, is read by number from %j on and sorts nothing', async (before) => {
  const plan = (
    await queryPlan(desk.store, (db) =>
      listedTickets(db, { limit: 50 }, 'newest', before === null ? null : { at: null, sequence: before }),
    )
  ).join('\n');
  expect(plan).toMatch(/(SCAN|SEARCH) tickets USING INDEX sqlite_autoindex_tickets_\d/);
  expect(plan).not.toContain('TEMP B-TREE');
});

test.each([null, 5])('what came after the end of support is read along its index from %j on', async (before) => {
  const filter = { support: 'over' } as const;
  const plan = (
    await queryPlan(desk.store, (db) =>
      listedTickets(db, { limit: 50, filter }, 'newest', before === null ? null : { at: null, sequence: before }),
    )
  ).join('\n');
  expect(plan).toMatch(/(SCAN|SEARCH) tickets USING INDEX tickets_after_support/);
  expect(plan).not.toContain('TEMP B-TREE');
});

test('tags in use are counted without reading the tickets that have them', async () => {
  const plan = (await queryPlan(desk.store, (db) => usedTags(db, 100))).join('\n');
  expect(plan).toContain('SEARCH tickets USING INDEX tickets_merged');
  expect(plan).not.toContain('number=?');
});

test('a token of a merged ticket is looked for by itself', async () => {
  const plan = await queryPlan(desk.store, (db) => mergedWithToken(db, '1000015', 'f'.repeat(64)));
  expect(plan).toEqual(['SEARCH tickets USING INDEX tickets_token (token_hash=?)']);
});

test('the shops at a host are found by an index, and each shop by its id', async () => {
  const plan = (await queryPlan(desk.store, (db) => addressesAt(db, ['a.pl', 'b.pl'], '2026-11-22'))).join('\n');
  expect(plan).toContain('SEARCH shop_addresses USING INDEX shop_addresses_host (host=?)');
  expect(plan).toContain('SEARCH shops USING INTEGER PRIMARY KEY');
  expect(plan).not.toContain('SCAN');
});

test('the addresses of a shop are found by an index', async () => {
  const plan = await queryPlan(desk.store, (db) => addressesOfShop(db, 1, '2026-11-22'));
  expect(plan.join('\n')).toContain('SEARCH shop_addresses USING INDEX shop_addresses_shop (shop_id=?)');
});

/** Where nothing is asked in earnest there is no count: only the query matters. */
function countsUnder(counted: Counted, filter: QueueFilter) {
  return (db: Store) => countQueued(db, counted, filter, 1000).catch(() => 0);
}

test.each([
  { channel: 'phone' },
  { topic: 'renewal' },
  { status: 'new' },
  { shopId: 7 },
  { assigneeId: null },
] as const)('what waits is counted under %j without reading a ticket', async (filter) => {
  const counted = { promised: 1, dueAfter: '2026-11-22T09:00:00.000Z' } as const;
  const plan = await queryPlan(desk.store, countsUnder(counted, filter));
  expect(plan.join('\n')).toContain('SEARCH tickets USING COVERING INDEX tickets_');
});

test('what is back is counted in an index of what comes back', async () => {
  const at = '2026-11-22T09:00:00.000Z';
  const plan = await queryPlan(desk.store, countsUnder({ back: { now: at, soonUntil: at, tomorrow: at } }, {}));
  expect(plan.join('\n')).toContain(
    'SEARCH tickets USING COVERING INDEX tickets_promised (queue_waiting=? AND queue_return_at<?)',
  );
});

test('what of somebody comes back is counted in an index of its own', async () => {
  const at = '2026-11-22T09:00:00.000Z';
  const counted = { back: { now: at, soonUntil: at, tomorrow: at } };
  const plan = await queryPlan(desk.store, countsUnder(counted, { assigneeId: 'a1' }));
  expect(plan.join('\n')).toContain(
    'SEARCH tickets USING COVERING INDEX tickets_assignee_back (assignee_id=? AND queue_waiting=? AND queue_return_at<?)',
  );
});

test('what somebody has to answer is counted in an index of what waits', async () => {
  const plan = await queryPlan(desk.store, countsUnder('waiting', { assigneeId: 'a1' }));
  expect(plan.join('\n')).toContain('INDEX tickets_assignee_waiting (assignee_id=?)');
});

test('what waits in all kept views is counted by one query, each of them in an index', async () => {
  const plan = await queryPlan(desk.store, (db) => countEachQueued(db, KEPT_LISTS, 100));
  const read = plan.filter((step) => step.includes('tickets') && !step.includes('ticket_tags'));
  expect(read).toHaveLength(2 * KEPT_LISTS.length);
  for (const step of read) expect(step).toMatch(/^SEARCH tickets USING (COVERING )?INDEX tickets_\w+ \(/);
});

test.each([
  ['oldest', null],
  ['unanswered', null],
  ['unanswered', '2026-11-22T09:00:00.000Z'],
  ['changed', null],
  ['changed', '2026-11-22T09:00:00.000Z'],
] as const)('the list by %s from %j on is read along an index and sorts nothing', async (sort, at) => {
  const after = at && { at, sequence: 5 };
  const plan = (await queryPlan(desk.store, (db) => listedTickets(db, { limit: 50 }, sort, after))).join('\n');
  expect(plan).toMatch(
    /(SCAN|SEARCH) tickets USING INDEX (sqlite_autoindex_tickets|tickets_longest_waiting|tickets_changed)/,
  );
  if (at)
    expect(plan).toMatch(/tickets_(longest_waiting \(queue_waiting=\? AND |changed \()\((waiting_since|changed_at),/);
  expect(plan).not.toContain('TEMP B-TREE');
});

test('whose tickets name somebody are found by an index of the notes that do', async () => {
  const filter = { mentionedId: 'a1' };
  const plan = (await queryPlan(desk.store, (db) => listedTickets(db, { limit: 50, filter }, 'newest', null))).join(
    '\n',
  );
  expect(plan).toContain('note_mentions USING COVERING INDEX sqlite_autoindex_note_mentions_1 (agent_id=?)');
  expect(plan).not.toMatch(/SCAN (messages|note_mentions|tickets)\b/);
});

test('a query without an index would be seen to sort', async () => {
  const bySubject = (db: Store) => db.selectFrom('tickets').selectAll().orderBy('subject').execute();
  expect(await queryPlan(desk.store, bySubject)).toEqual(['SCAN tickets', 'USE TEMP B-TREE FOR ORDER BY']);
});
