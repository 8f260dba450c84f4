import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endIncident } from '../../src/incidents/end-incident.ts';
import {
  addAdvisory,
  type Demo,
  LETTER,
  openHelp,
  send,
  shopIsLearned,
  startDemo,
  typeLetter,
  type Visit,
} from '../support/demo.ts';

let demo: Demo;
let visit: Visit;
let loaded: Map<string, Buffer>;
beforeAll(async () => {
  demo = await startDemo();
  visit = await demo.visit();
  loaded = filesOf(visit.page);
});
afterAll(async () => {
  await visit.end();
  await demo.close();
});

/** The files of ours that a page loads from now on, by path, as they were built: of some the browser hands out no body. */
function filesOf(page: Page): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (/^\/(pomoc\.js|panel\/[^/]+\.js)$/.test(pathname)) files.set(pathname, readFileSync(`dist${pathname}`));
  });
  return files;
}

function brotliBytes(bodies: Iterable<Buffer>): number {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  return [...bodies].reduce((sum, body) => sum + brotliCompressSync(body, quality).length, 0);
}

type Manifest = Record<string, { file: string; name?: string; imports?: string[] }>;

function manifest(): Manifest {
  return JSON.parse(readFileSync('dist/panel-pl.json', 'utf8'));
}

/** The loader, and the files that a part of the panel is in with all that it imports at once, of what was loaded. */
function neededFor(name: string): Buffer[] {
  const built = manifest();
  const parts = new Set(Object.keys(built).filter((part) => built[part]?.name === name));
  for (const one of parts) for (const imported of built[one]?.imports ?? []) parts.add(imported);
  const paths = ['/pomoc.js', ...[...parts].map((one) => `/${built[one]?.file}`)];
  return [...loaded].filter(([path]) => paths.includes(path)).map(([, body]) => body);
}

/** What may be there beside that: what imported the panel, the number of unread replies, and what is loaded later. */
function besideSending(): Set<string> {
  const built = manifest();
  // With it comes what the page asks of the panel: the session, and what keeps the drawer in the page.
  const parts = new Set(['widget/chunks/later-chunk.ts']);
  for (const one of parts) for (const imported of built[one]?.imports ?? []) parts.add(imported);
  return new Set([importerPath(), `/${badgePath()}`, ...[...parts].map((one) => `/${built[one]?.file}`)]);
}

function importerPath(): string {
  const built = JSON.parse(readFileSync('dist/importer.json', 'utf8')) as Manifest;
  return `/${built['widget/host-page/import-file.ts']?.file}`;
}

/** The file of the number of unread replies. */
function badgePath(): string {
  const built = JSON.parse(readFileSync('dist/badge.json', 'utf8')) as Manifest;
  return built['widget/features/badge/watch-unread.ts']?.file ?? '';
}

/** Files without which the form cannot be shown: the loader, the panel, and what the panel imports at once. */
const neededForFirstField = () => neededFor('compose');

/** Files without which no ticket is sent: those, and the transport. */
const neededForSending = () => neededFor('sending-chunk');

describe('byte budgets, brotli 11', () => {
  test('where the shop is known, nothing but the loader before hover, focus, touch or click: at most 2.0 kB', async () => {
    const earlier = await visit.page.context().newPage();
    await earlier.goto(demo.url('zuraw'));
    await shopIsLearned(earlier);
    await earlier.close();
    const page = await visit.page.context().newPage();
    const first = filesOf(page);
    // As in a panel without the address: `async`, the loader runs after this.
    await page.addInitScript(() => {
      new MutationObserver(() => {
        document.querySelector('script[data-token-url]')?.removeAttribute('data-token-url');
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(demo.url('zuraw'), { waitUntil: 'networkidle' });
    await page.mouse.move(300, 300);
    expect([...first.keys()]).toEqual(['/pomoc.js']);
    expect(brotliBytes(first.values())).toBeLessThanOrEqual(2000);
    await page.close();
  });

  test('in a panel that signs, nothing but the loader and the number of unread replies', async () => {
    await visit.page.goto(demo.url('zuraw'), { waitUntil: 'networkidle' });
    await expect.poll(() => [...loaded.keys()]).toEqual(['/pomoc.js', `/${badgePath()}`]);
  });

  test('as it is served, with telephone, hours and an advisory written in, the loader is at most 2.01 kB', async () => {
    const range = { fromVersion: '9.0', toVersion: '9.9.4' };
    const id = await addAdvisory(demo.store, range);
    const loader = await (await fetch(`http://localhost:${demo.port}/pomoc.js`)).text();
    expect(loader).toContain('phone:"+48 22 123 45 67",hours:"mon-fri 08:00-16:00"');
    expect(loader).toContain(`advisory:["9","9.9.4.0.0","${id}"]`);
    expect(brotliBytes([Buffer.from(loader)])).toBeLessThanOrEqual(2010);
    await endIncident(demo.store, id, 'operator', Temporal.Now.instant());
  });

  test('pointing at the entry loads the panel; the first field costs at most 18 kB', async () => {
    await visit.page.locator('#PomocOnline').hover();
    await expect.poll(() => loaded.size).toBeGreaterThan(2);
    await openHelp(visit.page);
    const needed = neededForFirstField();
    expect(needed).toHaveLength(2);
    expect(brotliBytes(needed)).toBeLessThanOrEqual(18_000);
  });

  test('the panel comes beside what imports it, in one round trip and once, where a recorder has wrapped methods of elements too', async () => {
    const { page, end } = await demo.visit();
    const panelPath = `/${manifest()['widget/compose.tsx']?.file}`;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.addInitScript(() => {
      const { attachShadow } = Element.prototype;
      Element.prototype.attachShadow = function (init) {
        return attachShadow.call(this, init);
      };
    });
    const panelIsAskedFor = page.waitForRequest(`**${panelPath}`);
    await page.route(`**${importerPath()}`, async (route) => {
      await panelIsAskedFor;
      await route.continue();
    });
    await page.goto(demo.url('zuraw'));
    await openHelp(page);
    expect(asked.filter((path) => path === panelPath)).toHaveLength(1);
    expect(page.frames()).toHaveLength(1);
    await end();
  });

  test('what imports the panel, draws an entry and looks for a label, each where it is needed, costs at most 1.9 kB', () => {
    const importer = loaded.get(importerPath());
    expect(brotliBytes(importer ? [importer] : [])).toBeGreaterThan(0);
    expect(brotliBytes(importer ? [importer] : [])).toBeLessThanOrEqual(1900);
  });

  test('a ticket sent costs at most 40 kB', async () => {
    await typeLetter(visit.page, LETTER);
    await send(visit.page);
    const needed = neededForSending();
    // The loader, the panel, and what sends.
    expect(needed).toHaveLength(3);
    expect(brotliBytes(needed)).toBeLessThanOrEqual(40_000);
    // Advice came while the letter was typed, beside what sending needs and without being waited for; nothing else did.
    const others = [...loaded].filter(([path, body]) => !needed.includes(body) && !besideSending().has(path));
    expect(others.map(([path]) => path)).toEqual([]);
  });

  test.each(['pl', 'en'])('everything a panel and its loader can ever load costs at most 72.0 kB: %s', (language) => {
    const chunks = JSON.parse(readFileSync(`dist/panel-${language}.json`, 'utf8')) as Record<string, { file: string }>;
    const files = ['pomoc.js', ...Object.values(chunks).map(({ file }) => file)];
    expect(files.length).toBeGreaterThan(4);
    expect(brotliBytes(files.map((file) => readFileSync(`dist/${file}`)))).toBeLessThanOrEqual(72_000);
  });

  test('the number of unread replies, on every page of a panel that signs, costs at most 2.7 kB', () => {
    expect(brotliBytes([readFileSync(`dist/${badgePath()}`)])).toBeLessThanOrEqual(2700);
  });

  test('the reader, which only a page with a label of an unknown shop loads, costs at most 3.0 kB', () => {
    const built = JSON.parse(readFileSync('dist/reader.json', 'utf8')) as Manifest;
    const reader = built['widget/reader.ts'];
    expect(reader).not.toHaveProperty('imports');
    expect(brotliBytes([readFileSync(`dist/${reader?.file}`)])).toBeLessThanOrEqual(3000);
  });

  test('no node of ours stands in the head or body of the page, and one beside them', async () => {
    const ours = await visit.page.evaluate(() => ({
      head: document.head.querySelectorAll('script,link,style').length,
      body: [...document.body.children].filter((element) => element.shadowRoot).length,
      beside: document.documentElement.children.length - 2,
    }));
    expect(ours).toMatchObject({ body: 0, beside: 1 });
    expect(ours.head).toBe(await headNodesWithout());
  });
});

/** How many scripts, links and styles the same page has in its head when our script never comes. */
async function headNodesWithout(): Promise<number> {
  const { page, end } = await demo.visit();
  await page.route('**/pomoc.js', (route) => route.fulfill({ body: '', contentType: 'text/javascript' }));
  await page.goto(demo.url('zuraw'));
  const nodes = await page.evaluate(() => document.head.querySelectorAll('script,link,style').length);
  await end();
  return nodes;
}

test.each(['a refusal for now', 'no network'])('the shop is asked about again after %s', async (mishap) => {
  const { page, end } = await demo.visit();
  let asked = 0;
  await page.goto(demo.url('zuraw'));
  await shopIsLearned(page);
  await page.route('**/shop-status', async (route) => {
    asked += 1;
    if (asked > 1) await route.continue();
    else if (mishap === 'no network') await route.abort();
    else await route.fulfill({ status: 503, headers: { 'Access-Control-Allow-Origin': '*', 'Retry-After': '1' } });
  });
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  expect(asked).toBe(2);
  await end();
});

test('the one classic script is plain ASCII: a panel may decode it as its own pages', () => {
  expect(readFileSync('dist/pomoc.js').filter((byte) => byte > 0x7e)).toHaveLength(0);
});
