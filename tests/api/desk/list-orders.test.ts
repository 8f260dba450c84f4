import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DeskTicketList } from '../../../src/contract/desk/list-tickets.ts';
import { TICKET_SORTS, type TicketSort } from '../../../src/contract/lists.ts';
import { toInstantText } from '../../../src/store/instants.ts';
import { insertTicket } from '../../../src/store/tickets.ts';
import { aTicketRow } from '../../support/a-ticket-row.ts';
import { aDeskAgent, type DeskAgent } from '../../support/desk-agent.ts';
import { NOW, type Service, service } from '../../support/service.ts';

let api: Service;
let ola: DeskAgent;
beforeEach(async () => {
  api = await service();
  ola = await aDeskAgent(api);
});
afterEach(() => api.discard());

/** A ticket by its sequence, waiting since so many hours, if it waits; changed so many hours ago. */
async function store(sequence: number, waits: number | null, changed: number): Promise<void> {
  const ago = (hours: number) => toInstantText(NOW.subtract({ hours }));
  await api.store.transaction().execute((transaction) =>
    insertTicket(transaction, {
      ...aTicketRow(sequence),
      queue_waiting: waits === null ? 0 : 1,
      waiting_since: waits === null ? null : ago(waits),
      status: waits === null ? 'solved' : 'new',
      changed_at: ago(changed),
    }),
  );
}

async function list(sort: TicketSort, query = '', cursor = ''): Promise<DeskTicketList> {
  const more = cursor && `&cursor=${encodeURIComponent(cursor)}`;
  const response = await ola.ask(`/tickets?sort=${sort}${query}${more}`);
  expect(response.status).toBe(200);
  return (await response.json()) as DeskTicketList;
}

/** The sequences of a list, from all of its pages. */
async function read(sort: TicketSort, query = ''): Promise<number[]> {
  const sequences: number[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { tickets, next }: DeskTicketList = await list(sort, query, cursor);
    sequences.push(...tickets.map(({ number }) => Number(number.slice(0, -1))));
    cursor = next;
  }
  return sequences;
}

describe('the list of all tickets', () => {
  test('is sorted by number, by how long its tickets wait for us, or by their last change', async () => {
    await store(100_001, 5, 1);
    await store(100_002, null, 9);
    await store(100_003, 8, 4);
    expect(await read('newest')).toEqual([100_003, 100_002, 100_001]);
    expect(await read('oldest')).toEqual([100_001, 100_002, 100_003]);
    expect(await read('unanswered')).toEqual([100_003, 100_001]);
    expect(await read('changed')).toEqual([100_001, 100_003, 100_002]);
    expect(await read('oldest', '&status=new')).toEqual([100_001, 100_003]);
  });

  test.each(TICKET_SORTS)('by %s has each ticket on one page, also where many have the same time', async (sort) => {
    for (let index = 0; index < 120; index++) await store(100_001 + index, index % 3, index % 2);
    const all = await read(sort);
    expect(all).toHaveLength(120);
    expect(new Set(all).size).toBe(120);
    // As they were sorted, those of one time are in the order of their numbers.
    const [first, second] = (await list(sort)).tickets;
    expect(Number(first?.number) > Number(second?.number)).toBe(sort === 'newest' || sort === 'changed');
  });

  test.each([
    ['oldest', '2026-11-22T09:00:00.000Z~100001'],
    ['changed', '100001'],
    ['unanswered', 'x~100001'],
    ['newest', "' or 1=1"],
  ])('by %s refuses the cursor %s', async (sort, cursor) => {
    expect((await ola.ask(`/tickets?sort=${sort}&cursor=${encodeURIComponent(cursor)}`)).status).toBe(422);
  });

  test('knows no other order, and the queue none', async () => {
    expect((await ola.ask('/tickets?sort=subject')).status).toBe(422);
    expect((await ola.ask('/queue?sort=oldest')).status).toBe(422);
  });
});
