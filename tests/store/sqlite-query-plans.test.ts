import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/store/open.ts';
import { queryPlan } from '../support/query-plan.ts';
import { QUEUE_QUERIES, storeManyTickets } from '../support/queue-queries.ts';
import { REPORT_QUERIES, TICKET_PAGES } from '../support/report-queries.ts';
import { type Service, service } from '../support/service.ts';

let desk: Service;
beforeAll(async () => {
  desk = await service();
  await storeManyTickets(desk.store);
});
afterAll(() => desk.discard());

test.each(Object.entries(QUEUE_QUERIES))('the query of %s reads along it and sorts nothing', async (index, query) => {
  const plan = (await queryPlan(desk.store, query)).join('\n');
  expect(plan).toContain(`SEARCH tickets USING INDEX ${index} (queue_waiting=? AND queue_outage=?`);
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

test('a query without an index would be seen to sort', async () => {
  const bySubject = (db: Store) => db.selectFrom('tickets').selectAll().orderBy('subject').execute();
  expect(await queryPlan(desk.store, bySubject)).toEqual(['SCAN tickets', 'USE TEMP B-TREE FOR ORDER BY']);
});
