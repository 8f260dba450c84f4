import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, serve } from '../../src/serve.ts';
import { addPanel, type Demo, LETTER, send, startDemo, typeLetter, type Visit } from '../support/demo.ts';

/** The call of the self-check. */
declare const SGPomoc: (command: 'doctor') => Promise<{ check: string; isOk: boolean; found: string }[]>;

let demo: Demo;
let host: RunningServer;
const pages = new Map<string, { html: string; headers: Record<string, string> }>();
beforeAll(async () => {
  demo = await startDemo();
  host = await serve(
    ({ url }) => {
      const { html, headers } = pages.get(new URL(url).pathname) ?? { html: '', headers: {} };
      return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers } });
    },
    { port: 0, host: '127.0.0.1' },
  );
  for (const name of ['panel.localhost', 'sklep.test']) await addPanel(demo, `http://${name}:${host.port}`);
});
afterAll(async () => {
  await host.close();
  await demo.close();
});

const FACTS = '<p>Numer pomocy technicznej: 7KcWt9Ru</p>';
const tag = (attributes = '') => `<script async charset="utf-8" src="{script}" ${attributes}></script>`;

/** Puts a page of our own making on a server of its own, and returns its address. */
function hostPage(path: string, html: string, headers: Record<string, string> = {}): string {
  const origin = `http://zuraw.localhost:${demo.port}`;
  const script = `http://localhost:${demo.port}/pomoc.js`;
  pages.set(path, { html: html.replaceAll('{script}', script).replaceAll('{origin}', origin), headers });
  return `http://panel.localhost:${host.port}${path}`;
}

async function open(html: string, headers: Record<string, string> = {}): Promise<Visit> {
  const visit = await demo.visit();
  await visit.page.goto(hostPage('/proba/strona.php', html, headers));
  return visit;
}

const launcher = (page: Page) => page.getByRole('button', { name: 'Pomoc online' });

describe('a ticket goes out of a page', () => {
  test.each([
    ['with a Request of its own, as MooTools has', 'function Request() { calls.push(1); this.headers = {}; }'],
    ['with Headers of its own', 'function Headers() { calls.push(1); }'],
    ['where Response is a number', 'var Response = 7;'],
    [
      'that takes addresses for strings',
      `var real = fetch; window.fetch = function (url) { if (url.indexOf('/ajax/') < 0) return real.apply(window, arguments); };`,
    ],
  ])('%s', async (_page, script) => {
    const head = `<head><script>var calls = []; ${script}</script></head>`;
    const { page, complaints, end } = await open(`${head}<body>${FACTS}${tag()}</body>`);
    await launcher(page).click();
    await page.getByText('Pomoc do').waitFor();
    await typeLetter(page, LETTER);
    await send(page);
    expect(await page.evaluate('calls')).toEqual([]);
    expect(complaints).toEqual([]);
    await end();
  });
});

describe('the tag', () => {
  test.each([
    ['in the head, before there is a body', `<head>${tag()}</head><body>${FACTS}</body>`],
    ['at the end of the body', `<body>${FACTS}${tag()}</body>`],
    ['without async, in the middle of the page', `<body>${FACTS}${tag().replace('async', '')}<hr></body>`],
    ['beside an element named currentScript', `<body><img name="currentScript" alt="">${FACTS}${tag()}</body>`],
    ['twice: the second copy does nothing', `<body>${FACTS}${tag()}${tag()}</body>`],
    ['under a strict policy', `<body>${FACTS}${tag()}</body>`],
  ])('%s', async (name, html) => {
    const ours = `http://localhost:${demo.port}`;
    const policy = `default-src 'none'; script-src ${ours}; connect-src ${ours}; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
    const strict = name.includes('policy') ? { 'Content-Security-Policy': policy } : {};
    const { page, complaints, end } = await open(html, strict);
    await launcher(page).click();
    await page.getByText('Pomoc do').waitFor();
    expect(await launcher(page).count()).toBe(1);
    await typeLetter(page, LETTER);
    await send(page);
    expect(complaints).toEqual([]);
    await end();
  });

  test('says what the page does not', async () => {
    const api = `http://localhost:${demo.port}/`;
    const given = tag(`data-support-number="7KcWt9Ru" data-install-url="{origin}" data-theme="dark" data-api="${api}"`);
    const { page, end } = await open(`<body>${given}</body>`);
    await launcher(page).click();
    await page.getByText('Pomoc do').waitFor();
    await end();
  });

  test('may name the entry to take over, or ask for none', async () => {
    const named = await open(
      `<body>${FACTS}<a href="/stara-pomoc" id="moja">Kontakt</a>${tag('data-launcher="#moja"')}</body>`,
    );
    await named.page.waitForFunction(() => 'SGPomoc' in window);
    await named.page.getByText('Kontakt').click();
    await named.page.getByText('Pomoc do').waitFor();
    await named.end();

    const none = await open(`<body>${FACTS}${tag('data-launcher="none"')}</body>`);
    await none.page.waitForFunction(() => Object.keys(localStorage).length > 0);
    expect(await launcher(none.page).count()).toBe(0);
    await none.end();
  });
});

describe('the self-check says why the panel does not come', () => {
  const ours = () => `http://localhost:${demo.port}`;

  /** What is not in order on a page with that policy. */
  async function faultsUnder(policy: string): Promise<string[]> {
    const { page, end } = await open(`<body>${FACTS}${tag()}</body>`, { 'Content-Security-Policy': policy });
    await page.waitForFunction(() => 'SGPomoc' in window);
    const findings = await page.evaluate(() => SGPomoc('doctor'));
    await end();
    return findings.filter(({ isOk }) => !isOk).map(({ check, found }) => `${check}: ${found}`);
  }

  test('the policy forbids asking the service', async () => {
    const faults = await faultsUnder(`default-src 'none'; script-src ${ours()}`);
    expect(faults[0]).toBe(`service: ${ours()}: the page's connect-src forbids it: it must allow ${ours()}`);
  });
});

test('over plain http, where scripts have no clipboard, the number is copied all the same', async () => {
  const address = hostPage('/proba/strona.php', `<body>${FACTS}${tag()}</body>`);
  const { page, complaints, end } = await demo.visit();
  await page.goto(address.replace('panel.localhost', 'sklep.test'));
  expect(await page.evaluate(() => [isSecureContext, 'clipboard' in navigator, 'randomUUID' in crypto])).toEqual([
    false,
    false,
    false,
  ]);
  await launcher(page).click();
  await page.getByText('Pomoc do').waitFor();
  await typeLetter(page, LETTER);
  const number = await send(page);
  await page.getByRole('button', { name: 'Kopiuj numer' }).click();
  await page.getByText('Skopiowano').waitFor();
  await page.getByRole('button', { name: 'Nowe zgłoszenie' }).click();
  await page.getByLabel('Co się dzieje?').press('ControlOrMeta+V');
  expect(await page.getByLabel('Co się dzieje?').inputValue()).toBe(number);
  expect(complaints).toEqual([]);
  await end();
});

test('pointing at the entry opens nothing, though the help is open in another tab', async () => {
  const { page, end } = await open(`<body>${FACTS}${tag()}</body>`);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await launcher(other).waitFor();
  await launcher(page).click();
  await page.getByRole('dialog').waitFor();
  await launcher(other).hover();
  await other.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => /panel\/.*js$/.test(name)),
  );
  await launcher(other).click();
  await other.getByText('Pomoc do').waitFor();
  await end();
});

test('the page may call before the script is there, and hears what happens', async () => {
  const stub = `<script>
    window.SGPomoc = function () { (SGPomoc.q = SGPomoc.q || []).push(arguments); };
    window.heard = [];
    for (const name of ['open', 'ticket-created', 'close'])
      addEventListener('sgpomoc:' + name, (event) => heard.push(name + ' ' + JSON.stringify(event.detail ?? null)));
    SGPomoc('open', { topic: 'configuration', subject: 'Z przycisku', description: 'Opis z przycisku' });
  </script>`;
  const { page, complaints, end } = await open(`<body>${stub}${tag().replace('async', '')}${FACTS}</body>`);
  await page.getByText('Pomoc do').waitFor();
  expect(await page.getByLabel('Tytuł').inputValue()).toBe('Z przycisku');
  await page.getByLabel('Twój e-mail').fill('a@b.pl');
  const number = await send(page);
  await page.keyboard.press('Escape');
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  await expect.poll(heard).toEqual(['open null', `ticket-created {"number":"${number}"}`, 'close null']);
  expect(complaints).toEqual([]);
  await end();
});

test('a call from the page whose panel never comes is no error of the page', async () => {
  const stub = `<script>
    window.SGPomoc = function () { (SGPomoc.q = SGPomoc.q || []).push(arguments); };
    window.unhandled = [];
    addEventListener('unhandledrejection', (event) => unhandled.push(String(event.reason)));
    SGPomoc('open');
  </script>`;
  const { page, end } = await demo.visit();
  await page.route('**/panel/*.js', (route) => route.abort());
  const failed = page.waitForEvent('requestfailed');
  await page.goto(hostPage('/proba/strona.php', `<body>${stub}${tag()}${FACTS}</body>`), { waitUntil: 'load' });
  await failed;
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  expect(await page.evaluate(() => (window as unknown as { unhandled: string[] }).unhandled)).toEqual([]);
  await end();
});

/** Takes away what Chrome has got since version 92; notes where the page goes, an e-mail program included. */
function becomeChrome92(): void {
  const page = window as unknown as { wentTo: string; navigation: EventTarget };
  page.navigation.addEventListener('navigate', (event) => {
    page.wentTo = (event as Event & { destination: { url: string } }).destination.url;
  });
  const newer: [object, string][] = [
    [HTMLElement.prototype, 'popover showPopover hidePopover togglePopover'],
    [Object, 'hasOwn groupBy'],
    [Array.prototype, 'findLast findLastIndex toSorted toReversed toSpliced with'],
    [String.prototype, 'isWellFormed toWellFormed'],
    [URL, 'canParse parse'],
    [Promise, 'withResolvers try'],
    [AbortSignal, 'any timeout abort'],
    [window, 'structuredClone Iterator'],
    [Element.prototype, 'checkVisibility moveBefore'],
  ];
  for (const [from, names] of newer) for (const name of names.split(' ')) Reflect.deleteProperty(from, name);
}

describe('where the panel cannot be shown, an e-mail is offered', () => {
  async function offer(page: Page): Promise<string> {
    const asked = page.waitForEvent('dialog');
    const pressed = launcher(page).click();
    const dialog = await asked;
    const message = dialog.message();
    await dialog.dismiss();
    await pressed;
    return message;
  }

  test('because its file does not come', async () => {
    const { page, end } = await open(`<body>${FACTS}${tag()}</body>`);
    await page.route('**/panel/*.js', (route) => route.abort());
    expect(await offer(page)).toBe('Pomoc online nie odpowiada. Awaria: +48 22 123 45 67. Kontakt: pomoc@shopgold.pl?');
    await page.unroute('**/panel/*.js');
    await end();
  });

  test('because the browser is too old: it says so, and the e-mail has a subject and the facts with their names', async () => {
    const { page, complaints, end } = await demo.visit();
    await page.addInitScript(becomeChrome92);
    await page.goto(demo.url('zuraw'));
    await page.waitForFunction(() => Object.values(localStorage).some((value) => value.includes('7KcWt9Ru')));
    const asked: string[] = [];
    page.once('dialog', (dialog) => {
      asked.push(dialog.message());
      dialog.accept();
    });
    await page.locator('#PomocOnline').click();
    const address = await page.waitForFunction(() => (window as unknown as { wentTo?: string }).wentTo);
    expect(asked).toEqual(['Ta przeglądarka jest za stara. Awaria: +48 22 123 45 67. Kontakt: pomoc@shopgold.pl?']);
    const mail = new URL((await address.jsonValue()) as string);
    expect(mail.href).toMatch(/^mailto:pomoc@shopgold\.pl\?/);
    expect(Object.fromEntries(mail.searchParams)).toEqual({
      subject: 'Pomoc online',
      body: `Numer pomocy: 7KcWt9Ru\nAdres sklepu: ${demo.url('zuraw')}\n\n`,
    });
    expect(complaints).toEqual([]);
    await end();
  });
});

test('two panels on one origin keep their drafts and drawers apart', async () => {
  const { page, end } = await open(`<body>${FACTS}${tag()}</body>`);
  const second = hostPage('/sklep2/zarzadzanie/index.php', `<body>Nr pomocy technicznej: Hh2PvN6s${tag()}</body>`);
  const firstAgain = hostPage('/proba/dalej/inna.php', `<body>${tag()}</body>`);
  await launcher(page).click();
  await page.getByText('Pomoc do').waitFor();
  await page.getByLabel('Co się dzieje?').fill('Tylko w pierwszym panelu');
  await page.goto(second);
  await launcher(page).click();
  // Not the number of the page: it is of no shop on this host.
  expect(await page.getByLabel('Numer pomocy technicznej').inputValue()).toBe('');
  await page.goto(firstAgain);
  await expect.poll(() => page.getByLabel('Co się dzieje?').inputValue()).toBe('Tylko w pierwszym panelu');
  await end();
});
