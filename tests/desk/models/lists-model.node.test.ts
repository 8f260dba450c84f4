import { describe, expect, test } from 'vitest';
import type { Filters } from '../../../desk/client/desk-client.ts';
import type { DeskAnswer } from '../../../desk/client/desk-http.ts';
import { listQuery } from '../../../desk/models/list-address.ts';
import { ListsModel } from '../../../desk/models/lists-model.ts';
import { sortList } from '../../../desk/models/sort-list.ts';
import type { Queue } from '../../../src/contract/desk/read-queue.ts';
import type { TicketSort } from '../../../src/contract/lists.ts';
import { ok, SILENCE } from '../../support/http-answers.ts';
import { aRow } from '../a-desk-ticket.ts';

const PAGE = 2;

/** A service with a queue of these numbers, in pages of two; `down` answers nothing. */
function aService(numbers: string[]) {
  const service = {
    numbers,
    changesAt: '',
    down: false,
    searched: [] as string[],
    /** the orders of all tickets that were asked for */
    sorts: [] as TicketSort[],
    asked: [] as { filters: Filters; cursor: string | undefined }[],
  };
  const client = {
    async readQueue(filters: Filters, cursor?: string): Promise<DeskAnswer<Queue>> {
      service.asked.push({ filters, cursor });
      if (service.down) return SILENCE;
      const from = Number(cursor ?? 0);
      const tickets = service.numbers.slice(from, from + PAGE).map((number) => aRow(number));
      const next = from + PAGE < service.numbers.length ? String(from + PAGE) : null;
      const section = { section: 'queue' as const, count: service.numbers.length, tickets, next };
      const counts = { all: service.numbers.length, mine: 0, unassigned: 0, outages: 0 };
      return ok({ at: '', changesAt: service.changesAt, sections: [section], counts });
    },
    listTickets: async (filters: Filters, sort: TicketSort) => {
      service.asked.push({ filters, cursor: undefined });
      service.sorts.push(sort);
      return ok({ tickets: [aRow('9')], next: null });
    },
    search: async (question: string) => {
      const shop = {
        id: 7,
        name: 'Księgarnia Żuraw',
        supportNumber: '7KcWt9Ru',
        installUrl: 'https://a.pl',
        foundBy: { kind: 'former' as const, address: 'https://dawny.pl' },
      };
      const found = question === 'żuraw';
      service.searched.push(question);
      return ok({ number: null, tickets: found ? [aRow('5')] : [], why: [], shops: found ? [shop] : [] });
    },
  };
  return { service, lists: new ListsModel(client) };
}

const shown = (lists: ListsModel) => lists.rows.value.map(({ number }) => number);

test('an order is one of all tickets, with the filters that there are; the queue has its own, and takes it off', async () => {
  const { lists, service } = aService(['1']);
  lists.filter({ assignee: 'me' });
  sortList(lists, 'unanswered');
  await expect.poll(() => shown(lists)).toEqual(['9']);
  expect(listQuery(lists.place())).toBe('?list=all&sort=unanswered&assignee=me');
  expect(service.sorts).toEqual(['unanswered']);
  lists.search('żuraw');
  lists.endSearch();
  await expect.poll(() => service.sorts).toEqual(['unanswered', 'unanswered']);
  sortList(lists, 'queue');
  await expect.poll(() => shown(lists)).toEqual(['1']);
  expect(listQuery(lists.place())).toBe('?assignee=me');
  lists.choose('all');
  await expect.poll(() => service.sorts.at(-1)).toBe('newest');
});

test('the queue says when it changes by time alone, other lists do not', async () => {
  const { lists, service } = aService(['1', '2', '3']);
  service.changesAt = '2026-11-22T10:00:00Z';
  await lists.refresh();
  expect(lists.changesAt.value).toBe('2026-11-22T10:00:00Z');
  lists.choose('all');
  await expect.poll(() => shown(lists)).toEqual(['9']);
  expect(lists.changesAt.value).toBeNull();
});

describe('a search', () => {
  test('shows what was found, also when it is read again, until the queue is chosen', async () => {
    const { lists } = aService(['1', '2']);
    await lists.refresh();
    lists.search('żuraw');
    await expect.poll(() => shown(lists)).toEqual(['5']);
    await lists.refresh();
    expect(shown(lists)).toEqual(['5']);
    lists.choose('queue');
    await expect.poll(() => shown(lists)).toEqual(['1', '2']);
  });

  test('leads to all tickets of a shop that was found', async () => {
    const { lists, service } = aService(['1']);
    lists.search('żuraw');
    await expect.poll(() => lists.found.value.shops.map(({ id }) => id)).toEqual([7]);
    lists.showShop({ id: 7, name: 'Sklep' });
    await expect.poll(() => shown(lists)).toEqual(['9']);
    expect(service.asked.at(-1)?.filters).toEqual({ shop: '7' });
    expect(lists.shop.value?.name).toBe('Sklep');
  });

  test('one shop of what is listed is a filter beside the others, and is taken off alone', async () => {
    const { lists, service } = aService(['1']);
    lists.filter({ assignee: 'me' });
    lists.onlyShop({ id: 7, name: 'Sklep' });
    await expect.poll(() => service.asked.at(-1)?.filters).toEqual({ assignee: 'me', shop: '7' });
    expect([lists.view.value, lists.shop.value?.name]).toEqual(['queue', 'Sklep']);
    lists.filter({ shop: '' });
    await expect.poll(() => service.asked.at(-1)?.filters).toEqual({ assignee: 'me' });
    expect(lists.shop.value).toBeNull();
  });
});

describe('reading the queue again', () => {
  test('takes nothing away from whoever read further pages', async () => {
    const { lists, service } = aService(['1', '2', '3', '4', '5']);
    await lists.refresh();
    await lists.more('queue');
    expect(shown(lists)).toEqual(['1', '2', '3', '4']);
    service.numbers = ['0', '1', '2', '3', '4', '5'];
    await lists.refresh();
    expect(shown(lists)).toEqual(['0', '1', '2', '3']);
    expect(lists.sections.value[0]?.next).toBe('4');
  });

  test('tells of tickets that came, but not of those that were there or only moved', async () => {
    const { lists, service } = aService(['1', '2']);
    await lists.refresh();
    expect(lists.arrived.value).toEqual([]);
    service.numbers = ['2', '3'];
    await lists.refresh();
    expect(lists.arrived.value.map(({ number }) => number)).toEqual(['3']);
    service.numbers = ['1', '2'];
    await lists.refresh();
    expect(lists.arrived.value.map(({ number }) => number)).toEqual(['3']);
  });

  test('leaves what was shown when nobody answers, and says so', async () => {
    const { lists, service } = aService(['1']);
    await lists.refresh();
    service.down = true;
    await lists.refresh();
    expect([shown(lists), lists.state.value]).toEqual([['1'], 'unanswered']);
  });

  test('of two readings the later one counts, whichever is answered first', async () => {
    const { lists, service } = aService(['1']);
    const early = lists.refresh();
    service.numbers = ['2'];
    await lists.refresh();
    await early;
    expect(shown(lists)).toEqual(['2']);
  });
});

describe('filters', () => {
  test('go with the question, and an empty one is none', async () => {
    const { lists, service } = aService(['1']);
    lists.filter({ assignee: 'me', topic: 'N8' });
    lists.filter({ topic: '' });
    await expect.poll(() => service.asked.at(-1)?.filters).toEqual({ assignee: 'me' });
  });

  test('all tickets are another list', async () => {
    const { lists } = aService(['1']);
    lists.choose('all');
    await expect.poll(() => shown(lists)).toEqual(['9']);
  });
});

describe('walking by keys', () => {
  test('goes to the neighbour, stays at the ends, and begins at the first', async () => {
    const { lists } = aService(['1', '2']);
    await lists.refresh();
    expect(lists.neighbour(null, 1)).toBe('1');
    expect(lists.neighbour('1', 1)).toBe('2');
    expect(lists.neighbour('2', 1)).toBe('2');
    expect(lists.neighbour('1', -1)).toBe('1');
    expect(lists.neighbour('7', 1)).toBe('1');
  });

  test('has nowhere to go in an empty list', () => {
    const { lists } = aService([]);
    expect(lists.neighbour(null, 1)).toBeNull();
  });
});

describe('a row that stands for many outages', () => {
  const FOLD = aRow('5', { folded: 3, isOutage: true });
  const alone = (numbers: string[]) => numbers.map((number) => aRow(number, { isOutage: true }));
  function aFlood(folded: string[][]) {
    const asked: (Filters & { cursor?: string | undefined })[] = [];
    const client = {
      async readQueue(filters: Filters, cursor?: string): Promise<DeskAnswer<Queue>> {
        asked.push({ ...filters, cursor });
        const page = Number(cursor ?? 0);
        const tickets = filters.unfold ? alone(folded[page] ?? []) : [...alone(['1', '2']), FOLD];
        const next = filters.unfold && page + 1 < folded.length ? `${page + 1}` : null;
        const counts = { all: 5, mine: 0, unassigned: 5, outages: 0 };
        return ok({ at: '', sections: [{ section: 'outages', count: 5, tickets, next }], counts });
      },
      listTickets: async () => SILENCE,
      search: async () => SILENCE,
    };
    return { asked, lists: new ListsModel(client) };
  }

  test('opens to all of them, page by page, and closes to the newest', async () => {
    const { lists, asked } = aFlood([['3', '4'], ['5']]);
    lists.filter({ channel: 'panel' });
    await expect.poll(() => shown(lists)).toEqual(['1', '2', '5']);
    await lists.toggleFold(1);
    expect(shown(lists)).toEqual(['1', '2', '3', '4', '5']);
    expect(asked.at(-1)).toEqual({ channel: 'panel', unfold: '1', cursor: '1' });
    await lists.toggleFold(1);
    expect(shown(lists)).toEqual(['1', '2', '5']);
  });

  test('stays open when the list is read again, with what it then stands for', async () => {
    const folded = [['3', '4', '5']];
    const { lists } = aFlood(folded);
    await lists.refresh();
    await lists.toggleFold(1);
    folded[0] = ['4', '5'];
    await lists.refresh();
    expect(shown(lists)).toEqual(['1', '2', '4', '5']);
  });
});
