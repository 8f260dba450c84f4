import { signal } from '@preact/signals';
import { HttpResponse } from 'msw';
import { afterEach, expect, test, vi } from 'vitest';
import { openSession } from '../../../../src/contract/shops/open-session.ts';
import { countUnread } from '../../../../src/contract/tickets/count-unread.ts';
import { readTicket } from '../../../../src/contract/tickets/read-ticket.ts';
import pollUnread from '../../../../widget/features/badge/poll-unread.ts';
import { showBadge } from '../../../../widget/features/badge/show-badge.ts';
import { readUnread, writeUnread } from '../../../../widget/features/badge/unread.ts';
import type { EmbedConfig } from '../../../../widget/host-page/embed-config.ts';
import { hasFlag, setFlag } from '../../../../widget/host-page/flags.ts';
import { openWidgetStore } from '../../../../widget/outbox/widget-store.ts';
import type { UnreadReplies } from '../../../../widget/panel.ts';
import { aFollowedTicket, aReceipt, NOW, ZURAW } from '../../../support/widget-nouns.ts';
import { onPage } from '../../../support/widget-page.ts';
import { API, noNetwork, problem, serve } from '../../../support/widget-service.ts';
import { aPanelPath } from '../../../support/widget-storage.ts';

const DAY_MS = 86_400_000;

afterEach(() => showBadge('auto', 0));

/** Pages of one panel in one browser; from each, answers are looked for at the given time. */
async function aBrowser(otherwise: Partial<EmbedConfig> = {}, isFollowed = true) {
  const panelPath = aPanelPath();
  const store = openWidgetStore();
  const value = aFollowedTicket({ directory: panelPath, receipt: aReceipt() });
  await store.change({ store: 'tickets', key: '1000015', value });
  setFlag('followed', panelPath, isFollowed);
  const loadMyTickets = vi.fn();
  const unread = signal<UnreadReplies | null>(null);
  const openPage = (now: number) =>
    pollUnread(
      {
        config: { api: API, email: '', facts: ZURAW, panelPath, launcher: 'auto', ...otherwise },
        page: { token: otherwise.token, context: {} },
        store,
        unread,
        myTickets: { load: loadMyTickets },
      },
      () => now,
    );
  return { panelPath, store, openPage, loadMyTickets, unread };
}

const entry = () => document.querySelector('#PomocOnline');
const badge = () => document.querySelector('html > [aria-hidden=true]')?.textContent;

test('answers are counted for the tickets of this browser, and said at the entry of the panel', async () => {
  onPage('<a id="PomocOnline" href="/pomoc.php">POMOC ONLINE</a>');
  const asked = serve(countUnread, () => HttpResponse.json({ unread: 2 }));
  const replies: unknown[] = [];
  const heard = (event: Event) => void replies.push((event as CustomEvent).detail);
  addEventListener('sgpomoc:reply', heard);
  const { openPage, unread } = await aBrowser();
  openPage(NOW);
  await expect.poll(() => entry()?.getAttribute('aria-label')).toBe('POMOC ONLINE, 2\u00a0nowe odpowiedzi');
  expect(badge()).toBe('2');
  expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ tickets: [{ number: '1000015', token: 't'.repeat(43) }] });
  expect(unread.value).toEqual({ route: '1000015', words: '2\u00a0nowe odpowiedzi' });
  expect(replies).toEqual([{ unread: 2 }]);
  removeEventListener('sgpomoc:reply', heard);
});

test('one browser asks once a minute, however many pages it opens', async () => {
  const asked = serve(countUnread, () => HttpResponse.json({ unread: 0 }));
  const { openPage, panelPath } = await aBrowser();
  openPage(NOW);
  openPage(NOW + 1000);
  await expect.poll(() => asked.length).toBe(1);
  openPage(NOW + 30_000);
  expect(readUnread(panelPath).askedAt).toBe(NOW);
  openPage(NOW + 60_000);
  await expect.poll(() => asked.length).toBe(2);
});

test('a clock that was wrong, and set back, keeps nobody from asking', async () => {
  const asked = serve(countUnread, () => HttpResponse.json({ unread: 0 }));
  const read = serve({ ...readTicket, path: readTicket.path.replace(':number', '1000015') }, () =>
    HttpResponse.json({ status: 'new' }),
  );
  const { openPage, panelPath } = await aBrowser();
  writeUnread(panelPath, { count: 0, askedAt: NOW + 365 * DAY_MS });
  localStorage.setItem(`pomoc.checked${panelPath}`, `${NOW + 365 * DAY_MS}`);
  openPage(NOW);
  await expect.poll(() => read.length).toBe(1);
  expect([asked.length, readUnread(panelPath).askedAt]).toEqual([1, NOW]);
  expect(localStorage.getItem(`pomoc.checked${panelPath}`)).toBe(`${NOW}`);
});

test('without a followed ticket nobody is asked', async () => {
  const asked = serve(countUnread, () => HttpResponse.json({ unread: 1 }));
  const { openPage, panelPath } = await aBrowser({}, false);
  openPage(NOW);
  expect([asked, readUnread(panelPath)]).toEqual([[], { count: 0, askedAt: 0 }]);
});

test('where the panel signs, the answers of the whole shop are counted', async () => {
  serve(openSession, () => HttpResponse.json({ session: 's_1', shop: ZURAW }, { status: 201 }));
  const asked = serve(countUnread, () => HttpResponse.json({ unread: 7 }));
  const { openPage, panelPath } = await aBrowser({ token: 'a.b.c' });
  openPage(NOW);
  await expect.poll(() => readUnread(panelPath).count).toBe(7);
  expect([asked[0]?.headers.get('Authorization'), asked[0]?.body]).toEqual(['Bearer s_1', '{}']);
});

test.each([
  ['no network', noNetwork],
  ['a refusal', () => problem('rate-limited')],
  ['an answer that is none', () => HttpResponse.json({ unread: 'wiele' })],
])('%s leaves what was known, and waits a minute too', async (_what, answer) => {
  const asked = serve(countUnread, answer);
  const { openPage, panelPath } = await aBrowser();
  writeUnread(panelPath, { count: 3, askedAt: 1 });
  openPage(NOW);
  await expect.poll(() => asked.length).toBe(1);
  expect(readUnread(panelPath)).toMatchObject({ count: 3, askedAt: NOW });
});

test.each([
  ['was closed', () => HttpResponse.json({ status: 'closed' })],
  ['opens no more', () => problem('not-found')],
])('a ticket that %s is followed for a day at most', async (_what, answer) => {
  serve(countUnread, () => HttpResponse.json({ unread: 0 }));
  const read = serve({ ...readTicket, path: readTicket.path.replace(':number', '1000015') }, answer);
  const { openPage, panelPath, store } = await aBrowser();
  openPage(NOW);
  await expect.poll(() => localStorage.getItem(`pomoc.checked${panelPath}`)).toBe(`${NOW}`);
  openPage(NOW + DAY_MS + 1);
  await expect.poll(() => hasFlag('followed', panelPath)).toBeUndefined();
  expect([read.length, await store.get('tickets', '1000015')]).toMatchObject([1, { isOver: true }]);
});

test('a reply that is unsent is sent by the next page', async () => {
  const asked = serve(countUnread, () => HttpResponse.json({ unread: 0 }));
  const { openPage, panelPath, loadMyTickets } = await aBrowser();
  openPage(NOW);
  await expect.poll(() => asked.length).toBe(1);
  expect(loadMyTickets).not.toHaveBeenCalled();
  setFlag('replies', panelPath, true);
  openPage(NOW);
  expect(loadMyTickets).toHaveBeenCalledTimes(1);
});

test.each([
  ['<a id="PomocOnline" href="/x">POMOC ONLINE</a>', 'POMOC ONLINE, 1\u00a0nowa odpowiedź', null],
  ['<a id="PomocOnline" href="/x" aria-label="Pomoc">Koperta</a>', 'Pomoc, 1\u00a0nowa odpowiedź', 'Pomoc'],
  ['<img id="PomocOnline" alt="Pomoc online">', 'Pomoc online, 1\u00a0nowa odpowiedź', null],
  ['<div id="PomocOnline"><i></i></div>', 'Pomoc online, 1\u00a0nowa odpowiedź', null],
])('the entry %s is called so, and as before once all is read', (markup, named, before) => {
  onPage(markup);
  showBadge('auto', 1);
  showBadge('auto', 1);
  expect(entry()?.getAttribute('aria-label')).toBe(named);
  expect(entry()?.children.length).toBe(markup.includes('<i>') ? 1 : 0);
  showBadge('auto', 0);
  expect([entry()?.getAttribute('aria-label'), badge()]).toEqual([before, undefined]);
});

test('the number stands at the corner of an entry of 24 px, inside the window, and takes no presses', () => {
  onPage('<a id="PomocOnline" href="/x">P</a>').style.cssText =
    'position:fixed;right:0;top:0;width:24px;height:158px;transform:rotate(180deg)';
  showBadge('auto', 120);
  const element = document.querySelector<HTMLElement>('html > [aria-hidden=true]');
  const { left, top, right } = element?.getBoundingClientRect() ?? new DOMRect();
  expect([element?.textContent, top >= 0, left < innerWidth - 24, right <= innerWidth]).toEqual([
    '99+',
    true,
    true,
    true,
  ]);
  expect(document.elementFromPoint(innerWidth - 12, 10)?.id).toBe('PomocOnline');
});

test.each([
  ['in several tickets of this browser', { '1000015': 1, '1000023': 2 }, 3, 'list'],
  ['in one of several tickets', { '1000015': 2, '1000023': 0 }, 2, '1000015'],
  ['in a ticket of another browser too', { '1000015': 1, '1000023': 0 }, 2, 'list'],
])('answers that wait %s lead to the right place', async (_what, inTickets: Record<string, number>, count, route) => {
  serve(openSession, () => HttpResponse.json({ session: 's_1', shop: ZURAW }, { status: 201 }));
  serve(countUnread, ({ headers, body }) => {
    const [asked] = JSON.parse(body).tickets ?? [];
    return HttpResponse.json({ unread: headers.get('Authorization') ? count : inTickets[asked.number] });
  });
  const { openPage, unread, store, panelPath } = await aBrowser({ token: 'a.b.c' });
  const value = aFollowedTicket({ directory: panelPath, receipt: aReceipt({ number: '1000023' }) });
  await store.change({ store: 'tickets', key: '1000023', value });
  openPage(NOW);
  await expect.poll(() => unread.value?.route).toBe(route);
});

test('once all is read there is no way to lead', async () => {
  serve(countUnread, () => HttpResponse.json({ unread: 1 }));
  const { openPage, unread, panelPath } = await aBrowser();
  openPage(NOW);
  await expect.poll(() => unread.value?.route).toBe('1000015');
  writeUnread(panelPath, { count: 0, askedAt: NOW });
  expect(unread.value).toBeNull();
});
