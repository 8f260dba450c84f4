import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { renewSecrets, type SigningShop } from '../../demo-shop-panel/renew-secrets.ts';
import { seedDemo } from '../../demo-shop-panel/seed.ts';
import { answerTokenPage } from '../../demo-shop-panel/token-page.ts';
import { openShopSession } from '../../src/identity/open-shop-session.ts';
import { HASH_KEY, NOW, SECRET_KEYS, temporaryStore } from '../support/service.ts';

let temporary: Awaited<ReturnType<typeof temporaryStore>>;
let shops: SigningShop[];
beforeEach(async () => {
  temporary = await temporaryStore();
  await seedDemo(temporary.store, HASH_KEY, 4100, NOW);
  shops = await renewSecrets(temporary.store, SECRET_KEYS, NOW);
});
afterEach(() => temporary.discard());

const ZURAW_PAGE = 'http://zuraw.localhost:4100/zarzadzanie/pomoc-token';

function visit(url: string, init: RequestInit = {}): Response | null {
  return answerTokenPage(new Request(url, init), shops, NOW);
}

async function tokenOf(url: string): Promise<string> {
  const answer = visit(url);
  if (answer?.status !== 200) throw new Error(`${url} answered ${answer?.status}`);
  return ((await answer.json()) as { token: string }).token;
}

function exchange(token: string) {
  return openShopSession({ store: temporary.store, now: () => NOW, secretKeys: SECRET_KEYS }, token);
}

test.each([
  [ZURAW_PAGE, '7KcWt9Ru'],
  ['http://rowery.localhost:4100/sklep/zarzadzanie/pomoc-token', '4fMqZ8xB'],
  ['http://smaki.localhost:4100/zarzadzanie/pomoc-token', 'Hh2PvN6s'],
])('%s signs in its own shop', async (url, supportNumber) => {
  expect((await exchange(await tokenOf(url)))?.shop.supportNumber).toBe(supportNumber);
});

test('each visit brings another token, and nobody keeps it', async () => {
  expect(await tokenOf(ZURAW_PAGE)).not.toBe(await tokenOf(ZURAW_PAGE));
  expect(visit(ZURAW_PAGE)?.headers.get('Cache-Control')).toBe('no-store');
});

test('starting again makes new secrets; those of the start before are worth nothing', async () => {
  const old = await tokenOf(ZURAW_PAGE);
  shops = await renewSecrets(temporary.store, SECRET_KEYS, NOW);
  expect(await exchange(old)).toBeNull();
  expect(await exchange(await tokenOf(ZURAW_PAGE))).not.toBeNull();
});

describe('only the panel’s own pages are answered', () => {
  test.each([
    ['another demo panel', { Origin: 'http://smaki.localhost:4100', 'Sec-Fetch-Site': 'same-site' }],
    ['another panel in its frame or image', { 'Sec-Fetch-Site': 'cross-site' }],
    ['another port', { Origin: 'http://zuraw.localhost:4200' }],
    ['an opaque origin', { Origin: 'null' }],
  ])('not %s', (_, headers) => {
    expect(visit(ZURAW_PAGE, { headers })?.status).toBe(403);
  });

  test('its own', () => {
    const headers = { Origin: 'http://zuraw.localhost:4100', 'Sec-Fetch-Site': 'same-origin' };
    expect(visit(ZURAW_PAGE, { headers })?.status).toBe(200);
  });
});

test.each([
  ['http://localhost:4100/zarzadzanie/pomoc-token', {}],
  ['http://rowery.localhost:4100/zarzadzanie/pomoc-token', {}],
  ['http://zuraw.localhost:4100/pomoc-token', {}],
  ['http://zuraw.localhost:4100/zarzadzanie/', {}],
  [ZURAW_PAGE, { method: 'POST' }],
])('%s %o is another page', (url, init) => {
  expect(visit(url, init)).toBeNull();
});
