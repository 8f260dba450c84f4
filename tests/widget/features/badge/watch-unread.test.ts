import { HttpResponse } from 'msw';
import { afterEach, expect, test, vi } from 'vitest';
import { countUnread } from '../../../../src/contract/tickets/count-unread.ts';
import { showBadge } from '../../../../widget/features/badge/show-badge.ts';
import { readUnread, writeUnread } from '../../../../widget/features/badge/unread.ts';
import { start } from '../../../../widget/features/badge/watch-unread.ts';
import type { EmbedConfig } from '../../../../widget/host-page/embed-config.ts';
import { hasFlag, setFlag } from '../../../../widget/host-page/flags.ts';
import { openWidgetStore } from '../../../../widget/outbox/widget-store.ts';
import { aFollowedTicket, aReceipt, NOW, ZURAW } from '../../../support/widget-nouns.ts';
import { onPage } from '../../../support/widget-page.ts';
import { API, noNetwork, problem, serve, serveTokenPage } from '../../../support/widget-service.ts';
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
  const loadPanel = vi.fn();
  const openPage = (now: number): EmbedConfig => {
    const config = { api: API, email: '', facts: ZURAW, panelPath, launcher: 'auto', ...otherwise } as EmbedConfig;
    start(config, loadPanel, () => now);
    return config;
  };
  return { panelPath, store, openPage, loadPanel };
}

const told = (unread: number, otherwise = {}) => HttpResponse.json({ unread, ticket: null, closed: [], ...otherwise });

const SIGNED = { tokenUrl: '/pomoc-token.php' };

const entry = () => document.querySelector('#PomocOnline');
const badge = () => document.querySelector('html > [aria-hidden=true]')?.textContent;

test('answers are counted for the tickets of this browser, and said at the entry of the panel', async () => {
  onPage('<a id="PomocOnline" href="/pomoc.php">POMOC ONLINE</a>');
  const asked = serve(countUnread, () => told(2, { ticket: '1000015' }));
  const replies: unknown[] = [];
  const heard = (event: Event) => void replies.push((event as CustomEvent).detail);
  addEventListener('sgpomoc:reply', heard);
  document.title = 'Zamówienia';
  const { openPage } = await aBrowser();
  const config = openPage(NOW);
  await expect.poll(() => entry()?.getAttribute('aria-label')).toBe('POMOC ONLINE, 2\u00a0nowe odpowiedzi');
  expect(badge()).toBe('2');
  expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ tickets: [{ number: '1000015', token: 't'.repeat(43) }] });
  expect(config.unread).toEqual({ route: '1000015', count: 2, words: '2\u00a0nowe odpowiedzi' });
  expect(document.title).toBe('(2) Zamówienia');
  expect(replies).toEqual([{ unread: 2 }]);
  removeEventListener('sgpomoc:reply', heard);
});

test('one browser asks once a minute, however many pages it opens', async () => {
  const asked = serve(countUnread, () => told(0));
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
  const asked = serve(countUnread, () => told(0));
  const { openPage, panelPath } = await aBrowser();
  writeUnread(panelPath, { count: 0, askedAt: NOW + 365 * DAY_MS });
  openPage(NOW);
  await expect.poll(() => asked.length).toBe(1);
  expect(readUnread(panelPath).askedAt).toBe(NOW);
});

test('without a followed ticket nobody is asked', async () => {
  const asked = serve(countUnread, () => told(1));
  const { openPage, panelPath } = await aBrowser({}, false);
  openPage(NOW);
  expect([asked, readUnread(panelPath)]).toEqual([[], { count: 0, askedAt: 0 }]);
});

test('in a panel that signs a browser that never wrote learns of all answers of the shop', async () => {
  const pages = serveTokenPage('/pomoc-token.php', () => HttpResponse.json({ token: 'a.b.c' }));
  const asked = serve(countUnread, () => told(7, { ticket: '1000023' }));
  const { openPage, panelPath } = await aBrowser(SIGNED, false);
  const config = openPage(NOW);
  await expect.poll(() => config.unread).toMatchObject({ count: 7, route: '1000023' });
  expect(asked.map(({ body, headers }) => [body, headers.get('Authorization')])).toEqual([['{"token":"a.b.c"}', null]]);
  openPage(NOW + 59_000);
  expect([pages.length, asked.length, readUnread(panelPath).askedAt]).toEqual([1, 1, NOW]);
});

test.each([
  ['signs nothing, as nobody is signed in', () => HttpResponse.text('<h1>Logowanie</h1>'), 1],
  ['signs what the service does not believe', () => HttpResponse.json({ token: 'a.b.c' }), 2],
])('where the panel %s, the tickets of this browser count', async (_what, page, questions) => {
  serveTokenPage('/pomoc-token.php', page);
  const asked = serve(countUnread, ({ body }) => (body.includes('token":"a.b') ? problem('unauthorised') : told(1)));
  const { openPage, panelPath } = await aBrowser(SIGNED);
  openPage(NOW);
  await expect.poll(() => readUnread(panelPath).count).toBe(1);
  expect(asked.length).toBe(questions);
});

test('no other origin learns that somebody is signed in, and a token that is none goes nowhere', async () => {
  const asked = serve(countUnread, () => told(1));
  serveTokenPage('/pomoc-token.php', () => HttpResponse.json({ token: '","tickets":[' }));
  const { openPage, panelPath } = await aBrowser(SIGNED, false);
  openPage(NOW);
  const { openPage: openOther, panelPath: otherPath } = await aBrowser({ tokenUrl: 'https://evil.example/t' }, false);
  openOther(NOW);
  await expect.poll(() => [readUnread(panelPath).askedAt, readUnread(otherPath).askedAt]).toEqual([NOW, NOW]);
  expect(asked).toEqual([]);
});

test('a panel that is learned while the answer is on its way has its number', async () => {
  onPage('<a id="PomocOnline" href="/pomoc.php">POMOC ONLINE</a>');
  const learned = aPanelPath();
  const { openPage } = await aBrowser();
  let config: EmbedConfig | undefined;
  serve(countUnread, () => {
    if (config) config.panelPath = learned;
    return told(1);
  });
  config = openPage(NOW);
  await expect.poll(() => entry()?.getAttribute('aria-label')).toBe('POMOC ONLINE, 1\u00a0nowa odpowiedź');
  expect(readUnread(learned).count).toBe(1);
});

test('what is known shows at once on the next page, which asks nobody', async () => {
  onPage('<a id="PomocOnline" href="/pomoc.php">POMOC ONLINE</a>');
  const { openPage, panelPath } = await aBrowser(SIGNED, false);
  writeUnread(panelPath, { count: 3, askedAt: NOW, number: '1000015' });
  openPage(NOW + 1000);
  expect([entry()?.getAttribute('aria-label'), badge()]).toEqual(['POMOC ONLINE, 3\u00a0nowe odpowiedzi', '3']);
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

test('tickets that get no more answers are asked for no more', async () => {
  const asked = serve(countUnread, () => told(0, { closed: ['1000015'] }));
  const { openPage, panelPath } = await aBrowser();
  openPage(NOW);
  await expect.poll(() => hasFlag('followed', panelPath)).toBeUndefined();
  openPage(NOW + DAY_MS);
  expect(asked.length).toBe(1);
});

test('a browser whose tickets are gone asks nobody, and makes no database in their place', async () => {
  const asked = serve(countUnread, () => told(1));
  const { openPage, panelPath, store } = await aBrowser();
  await store.change({ store: 'tickets', key: '1000015' });
  openPage(NOW);
  await expect.poll(() => readUnread(panelPath).askedAt).toBe(NOW);
  expect(asked).toEqual([]);
});

test('a reply that is unsent is sent by the next page', async () => {
  const asked = serve(countUnread, () => told(0));
  const { openPage, panelPath, loadPanel } = await aBrowser();
  openPage(NOW);
  await expect.poll(() => asked.length).toBe(1);
  expect(loadPanel).not.toHaveBeenCalled();
  setFlag('replies', panelPath, true);
  openPage(NOW);
  expect(loadPanel).toHaveBeenCalledTimes(1);
});

test('a ticket that is followed from now on is looked for at once, in an open page', async () => {
  const asked = serve(countUnread, () => told(1));
  const { openPage, panelPath } = await aBrowser({}, false);
  const config = openPage(NOW);
  setFlag('followed', panelPath, true);
  config.watch?.();
  await expect.poll(() => config.unread?.count).toBe(1);
  expect(asked.length).toBe(1);
});

test('a page that calls destroy has its entry and title as before', async () => {
  onPage('<a id="PomocOnline" href="/pomoc.php">POMOC ONLINE</a>');
  document.title = 'Zamówienia';
  const { openPage, panelPath } = await aBrowser({}, false);
  writeUnread(panelPath, { count: 1, askedAt: NOW });
  const config = openPage(NOW);
  expect(document.title).toBe('(1) Zamówienia');
  dispatchEvent(new CustomEvent('sgpomoc:over'));
  expect([document.title, badge(), config.unread]).toEqual(['Zamówienia', undefined, null]);
});

test.each([
  ['Zamówienia', '(3) Zamówienia', 'Zamówienia'],
  ['(2) Zamówienia', '(3) (2) Zamówienia', '(2) Zamówienia'],
  ['', '', ''],
])('the title %j has the number before it, and is put back', (own, numbered, after) => {
  document.title = own;
  showBadge('auto', 1, '1 nowa odpowiedź');
  showBadge('auto', 3, '3 nowe odpowiedzi');
  expect(document.title).toBe(numbered);
  showBadge('auto', 0);
  expect(document.title).toBe(after);
});

test('a title that the page has changed meanwhile is its own', () => {
  document.title = 'Zamówienia';
  showBadge('auto', 1, '1 nowa odpowiedź');
  document.title = 'Produkty';
  showBadge('auto', 0);
  expect(document.title).toBe('Produkty');
});

test.each([
  ['<a id="PomocOnline" href="/x">POMOC ONLINE</a>', 'POMOC ONLINE, 1\u00a0nowa odpowiedź', null],
  ['<a id="PomocOnline" href="/x" aria-label="Pomoc">Koperta</a>', 'Pomoc, 1\u00a0nowa odpowiedź', 'Pomoc'],
  ['<img id="PomocOnline" alt="Pomoc online">', 'Pomoc online, 1\u00a0nowa odpowiedź', null],
  ['<div id="PomocOnline"><i></i></div>', 'Pomoc online, 1\u00a0nowa odpowiedź', null],
])('the entry %s is called so, and as before once all is read', (markup, named, before) => {
  onPage(markup);
  showBadge('auto', 1, '1\u00a0nowa odpowiedź');
  showBadge('auto', 1, '1\u00a0nowa odpowiedź');
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

test('once all is read there is no way to lead', async () => {
  serve(countUnread, () => told(1, { ticket: '1000015' }));
  const { openPage, panelPath } = await aBrowser();
  const config = openPage(NOW);
  await expect.poll(() => config.unread?.route).toBe('1000015');
  writeUnread(panelPath, { count: 0, askedAt: NOW });
  config.watch?.();
  expect(config.unread).toBeNull();
});
