import { expect, test, vi } from 'vitest';
import type { Answer } from '../../../../../browser/http.ts';
import type { TicketList } from '../../../../../src/contract/tickets/list-tickets.ts';
import { readUnread } from '../../../../../widget/features/badge/unread.ts';
import { ListModel } from '../../../../../widget/features/my-tickets/models/list-model.ts';
import type { ThreadClient } from '../../../../../widget/features/my-tickets/thread-client.ts';
import { createWithCredentials } from '../../../../../widget/features/my-tickets/with-credentials.ts';
import { hasFlag } from '../../../../../widget/host-page/flags.ts';
import type { ShopIdentity } from '../../../../../widget/identity/identity.ts';
import { openWidgetStore } from '../../../../../widget/outbox/widget-store.ts';
import { refused } from '../../../../support/http-answers.ts';
import { aFollowedTicket, aReceipt } from '../../../../support/widget-nouns.ts';
import { aPanelPath } from '../../../../support/widget-storage.ts';
import { aMessage, aThread, NO_ANSWER, NOT_FOUND, ok, sessionsOf } from '../../../../support/widget-threads.ts';

interface Page {
  identity?: ShopIdentity;
  /** numbers of tickets that this browser sent */
  sent?: string[];
  list?: (session: string, cursor: string | null) => Answer<TicketList>;
  read?: ThreadClient['readTicket'];
}

async function aPage({
  identity = sessionsOf(),
  sent = [],
  list = () => NO_ANSWER,
  read = async () => NOT_FOUND,
}: Page) {
  const panelPath = aPanelPath();
  const store = openWidgetStore();
  for (const number of sent) {
    const value = aFollowedTicket({ directory: panelPath, receipt: aReceipt({ number }) });
    await store.change({ store: 'tickets', key: number, value });
  }
  const readTicket = vi.fn(read);
  const listTickets = vi.fn<ThreadClient['listTickets']>(async (session, cursor) => list(session, cursor));
  const withCredentials = createWithCredentials(store, identity);
  const onUnread = vi.fn();
  const model = new ListModel({
    panelPath,
    store,
    identity,
    withCredentials,
    client: { readTicket, listTickets },
    onUnread,
  });
  return { model, onUnread, store, panelPath, readTicket, listTickets };
}

const row = (number: string, otherwise: Partial<TicketList['tickets'][number]> = {}) => ({
  number,
  subject: `Temat ${number}`,
  corrected: null,
  status: 'new' as const,
  receivedAt: `2026-11-22T09:00:0${number.at(-1)}Z`,
  waitingSince: null,
  answerBy: null,
  followUpAt: null,
  withoutSupport: null,
  moves: [],
  unread: 0,
  ...otherwise,
});

test('without a session: the tickets of this browser, each read by its token', async () => {
  const thread = aThread({ number: '1000015', messages: [aMessage(1), aMessage(2), aMessage(3)] });
  const { model, panelPath, onUnread } = await aPage({ sent: ['1000015'], read: async () => ok(thread) });
  await model.refresh();
  expect(model.rows.value).toMatchObject([{ number: '1000015', status: 'new', unread: 2 }]);
  expect([model.identityState.value, model.state.value]).toEqual(['unsigned', 'shown']);
  expect(readUnread(panelPath)).toMatchObject({ count: 2, number: '1000015' });
  expect(onUnread).toHaveBeenCalled();
  expect(Boolean(hasFlag('followed', panelPath))).toBe(true);
});

test('with a session: the tickets of the shop, and of this browser what is not among them', async () => {
  const { model, readTicket } = await aPage({
    identity: sessionsOf('s_1'),
    sent: ['1000015', '1000023'],
    list: () => ok({ tickets: [row('1000015'), row('1000011')], next: null }),
    read: async () => ok(aThread({ number: '1000023' })),
  });
  await model.refresh();
  expect(model.rows.value.map(({ number }) => number).toSorted()).toEqual(['1000011', '1000015', '1000023']);
  expect(readTicket.mock.calls.map(([number]) => number)).toEqual(['1000023']);
  expect(model.identityState.value).toBe('signed');
});

test('older tickets come page by page', async () => {
  const { model, listTickets } = await aPage({
    identity: sessionsOf('s_1'),
    list: (_session, cursor) =>
      cursor ? ok({ tickets: [row('1000011')], next: null }) : ok({ tickets: [row('1000015')], next: '7' }),
  });
  await model.refresh();
  expect(model.hasOlder.value).toBe(true);
  await model.older();
  expect(model.rows.value.map(({ number }) => number)).toEqual(['1000015', '1000011']);
  expect(model.hasOlder.value).toBe(false);
  expect(listTickets.mock.calls.map(([, cursor]) => cursor)).toEqual([null, '7', null]);
});

test('a session that has ended is renewed once', async () => {
  const { model } = await aPage({
    identity: sessionsOf('s_1', 's_2'),
    list: (session) => (session === 's_2' ? ok({ tickets: [row('1000015')], next: null }) : refused('unauthorised')),
  });
  await model.refresh();
  expect(model.rows.value).toHaveLength(1);
});

test('a ticket whose token died is shown as such, and asked for once for ever', async () => {
  const page = await aPage({ sent: ['1000015'] });
  await page.model.refresh();
  await page.model.refresh();
  expect(page.model.rows.value).toMatchObject([{ number: '1000015', status: 'gone' }]);
  expect(page.readTicket).toHaveBeenCalledTimes(1);
  expect(await page.store.get('tickets', '1000015')).toMatchObject({ isOver: true });
  expect(Boolean(hasFlag('followed', page.panelPath))).toBe(false);
});

test('answers are not looked for once every ticket is closed', async () => {
  const read = async () => ok(aThread({ status: 'closed' }));
  const { model, panelPath } = await aPage({ sent: ['1000015'], read });
  await model.refresh();
  expect(Boolean(hasFlag('followed', panelPath))).toBe(false);
});

test('without a network what this browser sent stands there all the same', async () => {
  const { model } = await aPage({ sent: ['1000015'], read: async () => NO_ANSWER });
  await model.refresh();
  expect([model.state.value, model.rows.value.map(({ subject }) => subject)]).toEqual([
    'unanswered',
    [aFollowedTicket().subject],
  ]);
});

test('what waits for the reader stands first, however old it is', async () => {
  const { model } = await aPage({
    identity: sessionsOf('s_1'),
    list: () =>
      ok({
        tickets: [
          row('1000011', { unread: 1, status: 'solved' }),
          row('1000019'),
          row('1000017', { status: 'waiting-for-customer' }),
          row('1000015'),
        ],
        next: null,
      }),
  });
  await model.refresh();
  expect(model.rows.value.map(({ number }) => number)).toEqual(['1000017', '1000011', '1000019', '1000015']);
});

test('of more tickets than a page those are read that may be answered', async () => {
  const numbers = Array.from({ length: 22 }, (_, place) => `10000${10 + place}`);
  const { model, store, readTicket } = await aPage({ sent: numbers, read: async () => ok(aThread()) });
  const isOld = (place: number) => aReceipt({ number: numbers[place] ?? '', receivedAt: '2026-01-01T09:00:00Z' });
  for (const [place, isOver] of [
    [0, true],
    [1, false],
  ] as const) {
    const value = {
      ...aFollowedTicket({ receipt: isOld(place) }),
      directory: (await store.get('tickets', numbers[0] ?? ''))?.directory ?? '',
      isOver,
    };
    await store.change({ store: 'tickets', key: numbers[place] ?? '', value });
  }
  await model.refresh();
  const read = readTicket.mock.calls.map(([number]) => number);
  expect([read.length, read.includes(numbers[0] ?? ''), read.includes(numbers[1] ?? '')]).toEqual([21, false, true]);
});
