import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunningServer, serve } from '../../src/serve.ts';
import { findShopByNumber, updateSignature } from '../../src/store/shops.ts';
import {
  addPanel,
  type Demo,
  LETTER,
  PANELS,
  send,
  shopIsLearned,
  startDemo,
  typeLetter,
  type Visit,
} from '../support/demo.ts';

/** Pages of a panel at a host of their own, which the registry knows as a panel of Księgarnia Żuraw. */
let demo: Demo;
let host: RunningServer;
let visit: Visit;
let page: Page;
let foreign: string[];
const pages = new Map<string, { body: string; policy?: string }>();

beforeAll(async () => {
  demo = await startDemo();
  host = await serve(
    ({ url }) => {
      const { body, policy } = pages.get(new URL(url).pathname) ?? { body: '' };
      const headers = {
        'Content-Type': 'text/html; charset=utf-8',
        ...(policy && { 'Content-Security-Policy': policy }),
      };
      return new Response(`<!doctype html><body>${body}`, { headers });
    },
    { port: 0, host: '127.0.0.1' },
  );
  await addPanel(demo, origin());
  return async () => {
    await host.close();
    await demo.close();
  };
});

beforeEach(async () => {
  visit = await demo.visit();
  page = visit.page;
  foreign = [];
  const ours = [new URL(origin()).host, `localhost:${demo.port}`];
  page.on('request', (request) => {
    if (!ours.includes(new URL(request.url()).host)) foreign.push(request.url());
  });
  return () => visit.end();
});

afterAll(() => pages.clear());

const origin = () => `http://panel.localhost:${host.port}`;
const NUMBER = '<p>Numer pomocy technicznej: 7KcWt9Ru</p>';
/** A buyer's comment on an order, with number and address of the buyer's own shop. */
const COMMENT = `<table><tr><td>Komentarz klienta</td><td>Numer pomocy technicznej: ${PANELS.rowery.number}<br>Adres sklepu: http://rowery.localhost/sklep</td></tr></table>`;

const tag = (attributes = '') =>
  `<script async charset="utf-8" src="http://localhost:${demo.port}/pomoc.js" ${attributes}></script>`;

async function open(path: string, body: string, policy?: string): Promise<void> {
  pages.set(path, { body, ...(policy && { policy }) });
  await page.goto(origin() + path, { waitUntil: 'load' });
}

const press = () => page.getByRole('button', { name: 'Pomoc online' }).click();
const drawer = () => page.getByRole('dialog');
const named = (shop: RegExp | string) => drawer().getByText(shop).waitFor();
const kept = () => page.evaluate(() => JSON.stringify(localStorage));
const learned = () => shopIsLearned(page);

async function identify(number: string, address: string): Promise<void> {
  await page.getByLabel('Numer pomocy technicznej').fill(number);
  await page.getByLabel('Adres sklepu').fill(address);
  await page.keyboard.press('Enter');
}

/** The shop that a ticket went to, by the registry. */
async function shopOf(ticket: string): Promise<string> {
  const row = await demo.store
    .selectFrom('tickets')
    .innerJoin('shops', 'shops.id', 'tickets.shop_id')
    .select('shops.support_number')
    .where('tickets.number', '=', ticket)
    .executeTakeFirstOrThrow();
  return row.support_number;
}

describe('a page with a number alone', () => {
  test('is of the shop that the registry has at its address, and the other pages of the panel ask nobody', async () => {
    await open('/zarzadzanie/index.php', NUMBER + tag());
    await learned();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await open('/zarzadzanie/zamowienia.php', COMMENT + tag());
    await press();
    await named('zuraw.localhost');
    expect(asked.slice(0, 2)).toEqual(['/zarzadzanie/zamowienia.php', '/pomoc.js']);
    expect(asked.filter((path) => path.endsWith('shop-status'))).toHaveLength(1);
  });

  test('pressed at once shows the form, and fills the shop in when it is known', async () => {
    await open('/zarzadzanie/index.php', NUMBER + tag());
    await press();
    await page.getByLabel('Co się dzieje?').fill('Pisane od razu');
    await page.getByText('Pomoc do').waitFor();
    expect(await page.getByLabel('Co się dzieje?').inputValue()).toBe('Pisane od razu');
  });
});

describe('what a buyer writes on an order', () => {
  test.each([
    ['a number and an address', COMMENT],
    ['a number alone', `<p>Numer pomocy technicznej: ${PANELS.rowery.number}</p>`],
    ['a number beside another', `<p>Nr pomocy technicznej: ${PANELS.rowery.number}</p>${NUMBER}`],
  ])('is never taken and never remembered: %s', async (_what, body) => {
    await open('/zarzadzanie/zamowienie.php', body + tag());
    await press();
    await page.getByRole('heading', { name: 'Który to sklep?' }).waitFor();
    expect(await page.getByLabel('Numer pomocy technicznej').inputValue()).toBe('');
    expect(await page.getByLabel('Adres sklepu').inputValue()).toBe('');
    expect(await kept()).not.toContain(PANELS.rowery.number);
  });

  test('is read where its address is foreign, and what asks the service is not even fetched', async () => {
    const built = JSON.parse(readFileSync('dist/reader.json', 'utf8')) as Record<string, { file: string }>;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await open('/zarzadzanie/zamowienie.php', COMMENT + tag());
    await press();
    await page.getByRole('heading', { name: 'Który to sklep?' }).waitFor();
    expect(asked).toContain(`/${built['widget/reader.ts']?.file}`);
    expect(asked).not.toContain(`/${built['widget/host-page/reader/check-shop.ts']?.file}`);
    await open('/zarzadzanie/index.php', NUMBER + tag());
    await learned();
    expect(asked).toContain(`/${built['widget/host-page/reader/check-shop.ts']?.file}`);
  });

  test('changes nothing of what is known, and the ticket goes to the panel’s own shop', async () => {
    await open('/zarzadzanie/index.php', NUMBER + tag());
    await learned();
    await open('/zarzadzanie/zamowienie.php', COMMENT + tag());
    await press();
    await named(/7KcWt9Ru/);
    await typeLetter(page, LETTER);
    expect(await shopOf(await send(page))).toBe('7KcWt9Ru');
    expect(await kept()).toContain('known');
    expect(await kept()).not.toContain(PANELS.rowery.number);
  });
});

test('the shop that is named can be another: it is asked for with empty fields, and typed once', async () => {
  await open('/zarzadzanie/index.php', NUMBER + tag());
  await learned();
  await press();
  await page.getByRole('button', { name: 'To nie ten sklep?' }).click();
  await page.getByRole('heading', { name: 'Który to sklep?' }).waitFor();
  expect(await page.getByLabel('Numer pomocy technicznej').inputValue()).toBe('');
  await identify(PANELS.smaki.number, `http://smaki.localhost:${demo.port}`);
  await named(/smaki\.localhost.* · Hh2PvN6s/);
  // This page is Żuraw's: that is said, the ticket may go all the same, and nothing of it is remembered.
  await page.getByText('Ta strona należy do innego sklepu niż').waitFor();
  const sent = page.waitForRequest('**/tickets');
  await typeLetter(page, LETTER);
  expect(await shopOf(await send(page))).toBe(PANELS.smaki.number);
  expect((await sent).postDataJSON()).toMatchObject({ fromOtherShop: true });
  expect(await kept()).toContain('7KcWt9Ru');
  expect(await kept()).not.toContain(PANELS.smaki.number);
});

test('what is known gives way to the page when the service recognises it no longer', async () => {
  await open('/zarzadzanie/index.php', '');
  await page.evaluate(() =>
    localStorage.setItem('pomoc.facts/zarzadzanie/', 'Dawny123\nhttps://dawny-sklep.pl\n\nknown'),
  );
  await open('/zarzadzanie/index.php', NUMBER + tag());
  await press();
  await named(/7KcWt9Ru/);
  await page.getByText('Pomoc do').waitFor();
  expect(await kept()).not.toContain('Dawny123');
});

test('what an earlier release kept is checked once: its own is kept, a foreign one goes, its drafts stay', async () => {
  await open('/zarzadzanie/index.php', '');
  await page.evaluate((address) => {
    localStorage.setItem('pomoc.facts/zarzadzanie/', `7KcWt9Ru\n${address}\n10.4.2`);
    localStorage.setItem('pomoc.facts/zarzadzanie/sprzedaz/', '4fMqZ8xB\nhttp://rowery.localhost/sklep\n');
    localStorage.setItem('pomoc.followed/zarzadzanie/sprzedaz/', '1');
  }, origin());
  await open('/zarzadzanie/sprzedaz/zamowienie.php', tag('data-launcher="none"'));
  await learned();
  // Each of the two is asked about by itself.
  const lines = () => page.evaluate((): Record<string, string> => ({ ...localStorage }));
  const kept = (directory: string) => lines().then((all) => all[`pomoc.facts${directory}`]);
  await expect.poll(() => kept('/zarzadzanie/')).toMatch(/^7KcWt9Ru\n.*\n10\.4\.2\nrecognised$/);
  await expect.poll(() => kept('/zarzadzanie/sprzedaz/')).toBe('');
  expect((await lines())['pomoc.followed/zarzadzanie/sprzedaz/']).toBe('1');
});

test('a shop that requires signatures says so before anything is written, and takes nothing unsigned', async () => {
  const shop = await findShopByNumber(demo.store, '7KcWt9Ru');
  await updateSignature(demo.store, shop?.id ?? 0, 'required');
  try {
    await open('/zarzadzanie/index.php', NUMBER + tag());
    await learned();
    await press();
    await page.getByText('tylko z panelu, który je podpisuje').waitFor();
    await typeLetter(page, LETTER);
    await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click();
    await page.getByText('Nie wysłano.').waitFor();
    expect(await page.getByLabel('Co się dzieje?').inputValue()).toBe(LETTER.description);
    // The panel that signs sends, names its shop, and offers no other.
    await page.goto(demo.url('zuraw'));
    await page.locator('#PomocOnline').click();
    await named(/7KcWt9Ru/);
    await typeLetter(page, LETTER);
    expect(await shopOf(await send(page))).toBe('7KcWt9Ru');
    expect(await page.getByRole('button', { name: 'To nie ten sklep?' }).count()).toBe(0);
  } finally {
    await updateSignature(demo.store, shop?.id ?? 0, 'optional');
  }
});

describe('no element of the page changes where code and data go', () => {
  const EVIL = 'http://zlo.localhost:9';
  const INERT = `<script type="text/plain" src="${EVIL}/pomoc.js" data-api="${EVIL}"></script>`;
  const policy = {
    'a nonce and strict-dynamic': () => `script-src 'nonce-abc' 'strict-dynamic'`,
    'a list of hosts': () => `script-src http://localhost:${demo.port}; connect-src http: https:`,
  };
  test.each([
    ['a nonce and strict-dynamic', '<img name="currentScript">'],
    ['a list of hosts', '<img name="currentScript">'],
    [
      'a list of hosts',
      '<img name="body"><form name="querySelectorAll"></form><form id="SGPomoc"><input name="tags"><input name="q"></form>',
    ],
  ] as const)('under %s: %s', async (name, markup) => {
    const own = `<script type="text/plain" src="http://localhost:${demo.port}/pomoc.js" data-api="${EVIL}" data-support-number="AAAA1111"></script>`;
    const asked = page.waitForRequest('**/shop-status');
    const genuine = tag(`nonce="abc" data-api="${EVIL}" data-support-number="7KcWt9Ru" data-install-url="${origin()}"`);
    await open(
      '/zarzadzanie/zamowienie.php',
      `${markup}${INERT}${own}<a href="#" id="PomocOnline">Pomoc</a>${genuine}`,
      policy[name](),
    );
    await page.evaluate(() => (window as unknown as { SGPomoc: (call: string) => void }).SGPomoc('open'));
    expect((await asked).postDataJSON()).toMatchObject({ supportNumber: '7KcWt9Ru' });
    await page.getByText('Pomoc do').waitFor({ state: 'attached' });
    expect(foreign).toEqual([]);
  });
});

test('of two tags the first counts', async () => {
  await open('/zarzadzanie/index.php', tag().replace('async', '') + tag('data-lang="en"').replace('async', ''));
  await press();
  await page.getByRole('heading', { name: 'Który to sklep?' }).waitFor();
  expect(await page.evaluate(() => (window as unknown as { SGPomoc: { tags: number } }).SGPomoc.tags)).toBe(2);
});
