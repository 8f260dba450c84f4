import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, serve } from '../../src/serve.ts';
import { type Demo, startDemo, type Visit } from '../support/demo.ts';

const library = (path: string) => readFileSync(new URL(`../../node_modules/${path}`, import.meta.url), 'utf8');

let demo: Demo;
let host: RunningServer;
const pages = new Map<string, string>();
beforeAll(async () => {
  demo = await startDemo();
  host = await serve(
    ({ url }) => {
      const { pathname } = new URL(url);
      const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
      return new Response(pages.get(pathname) ?? '', { headers: { 'Content-Type': type } });
    },
    { port: 0, host: '127.0.0.1' },
  );
  pages.set('/turbolinks.js', library('turbolinks/dist/turbolinks.js'));
  pages.set('/jquery.js', library('jquery/dist/jquery.min.js'));
  pages.set('/pjax.js', library('jquery-pjax/jquery.pjax.js'));
});
afterAll(async () => {
  await host.close();
  await demo.close();
});

const tag = (more = '') =>
  `<script async src="http://localhost:${demo.port}/pomoc.js" data-support-number="7KcWt9Ru" data-install-url="http://zuraw.localhost:${demo.port}" ${more}></script>`;

/** Puts a page on the panel's server. @returns its address */
function hostPage(path: string, html: string): string {
  pages.set(path, html);
  return `http://panel.localhost:${host.port}${path}`;
}

async function open(html: string, options?: Parameters<Demo['visit']>[0]): Promise<Visit> {
  const visit = await demo.visit(options);
  await visit.page.goto(hostPage('/panel/strona', html));
  return visit;
}

const entries = (page: Pick<Page, 'getByText'>) => page.getByText('Pomoc online', { exact: true });

/** Opens the help and types into it. */
async function openAndType(page: Page): Promise<void> {
  await entries(page).first().click();
  await page.getByLabel('Co się dzieje?').fill('Dostawa');
}

describe('nothing of ours is on paper', () => {
  test('no button, no badge, no drawer; what the panel prints is there', async () => {
    const unread = `<script>
      localStorage['pomoc.followed/'] = '1';
      localStorage['pomoc.unread/'] = '3 ' + Date.now() + ' ';
    </script>`;
    const { page, complaints, end } = await open(`<!doctype html>${unread}<h1>Faktura 12</h1>${tag()}`);
    const badge = page.locator('html > [aria-hidden=true]');
    const seen = async (...ours: Locator[]) => (await Promise.all(ours.map((one) => one.isVisible()))).join(' ');
    await badge.waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await seen(badge, entries(page))).toBe('false false');
    await page.emulateMedia({ media: 'screen' });
    expect(await seen(badge, entries(page))).toBe('true true');

    await entries(page).click();
    const drawer = page.getByRole('dialog');
    await drawer.waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await seen(drawer, entries(page).first())).toBe('false false');
    expect(await page.getByText('Faktura 12').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    expect(await seen(drawer)).toBe('true');
    expect(complaints).toEqual([]);
    await end();
  });
});

describe('the button, the drawer and what was typed outlast', () => {
  test.each<[string, string, (page: Page) => Promise<unknown>]>([
    ['Turbolinks', '<script src="/turbolinks.js"></script>', (page) => page.getByText('Produkty').click()],
    [
      'pjax',
      `<script src="/jquery.js"></script><script src="/pjax.js"></script><script>$(document).pjax('a', 'body', { fragment: 'body' })</script>`,
      (page) => page.getByText('Produkty').click(),
    ],
    ['a body of new content', '', (page) => page.evaluate(() => Object.assign(document.body, { innerHTML: 'Nowe' }))],
    ['another body', '', (page) => page.evaluate(() => document.body.replaceWith(document.createElement('body')))],
  ])('%s', async (_what, head, change) => {
    hostPage('/panel/inna', `<!doctype html><html><head>${head}</head><body><h1>Nowe</h1></body></html>`);
    const link = '<a href="/panel/inna">Produkty</a>';
    const { page, complaints, end } = await open(
      `<!doctype html><html><head>${head}${tag()}</head><body>${link}</body></html>`,
    );
    await openAndType(page);
    await change(page);
    await expect.poll(() => page.getByRole('link', { name: 'Produkty' }).count()).toBe(0);
    await page.getByLabel('Co się dzieje?').press('End');
    await page.keyboard.type(' gratis');
    expect(await page.getByLabel('Co się dzieje?').inputValue()).toBe('Dostawa gratis');
    await page.getByRole('button', { name: 'Zamknij' }).click();
    await entries(page).first().click();
    expect(await page.getByLabel('Co się dzieje?').inputValue()).toBe('Dostawa gratis');
    expect(await entries(page).first().count()).toBe(1);
    expect(complaints).toEqual([]);
    await end();
  });

  test('a document that is written anew, with the tag in it, opened or closed', async () => {
    const { page, complaints, end } = await open(`<!doctype html><body><h1>Było</h1>${tag()}</body>`);
    const rewrite = () =>
      page.evaluate((script) => {
        document.open();
        document.write(`<body><h1>Jest</h1><button>Pomoc online</button>${script}</body>`);
        document.close();
      }, tag());
    await entries(page).waitFor();
    await rewrite();
    await openAndType(page);
    await rewrite();
    await expect.poll(() => page.getByLabel('Co się dzieje?').inputValue()).toBe('Dostawa');
    await page.getByLabel('Co się dzieje?').press('End');
    await page.keyboard.type('!');
    expect(await page.getByLabel('Co się dzieje?').inputValue()).toBe('Dostawa!');
    expect(await page.getByRole('dialog').count()).toBe(1);
    await page.getByRole('button', { name: 'Zamknij' }).click();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(complaints).toEqual([]);
    await end();
  });

  test('the full screen of an element', async () => {
    const { page, end } = await open(
      `<!doctype html><body><div id="film" style="background:#000">Film <button onclick="film.requestFullscreen()">Pełny ekran</button></div>${tag()}</body>`,
    );
    await openAndType(page);
    await page.getByText('Pełny ekran').click();
    await page.waitForFunction(() => document.fullscreenElement);
    await page.getByLabel('Co się dzieje?').click();
    await page.keyboard.type('!');
    expect(await page.getByLabel('Co się dzieje?').inputValue()).toContain('!');
    await page.getByRole('button', { name: 'Zamknij' }).click();
    await end();
  });
});

test("the panel's own entry that comes later takes the place of ours", async () => {
  const { page, end } = await open(`<!doctype html><body><div id="menu"></div>${tag()}</body>`);
  await entries(page).waitFor();
  await page.evaluate(() => {
    (document.querySelector('#menu') as Element).innerHTML = '<a href="#">Pomoc online</a>';
  });
  await expect.poll(() => page.getByRole('button', { name: 'Pomoc online' }).count()).toBe(0);
  await page.getByRole('link', { name: 'Pomoc online' }).click();
  await page.getByRole('dialog').waitFor();
  await end();
});

describe('in a frameset', () => {
  const frames = (rows: string, ...sources: string[]) =>
    `<html><head>${tag()}</head><frameset ${rows}>${sources.map((source) => `<frame src="${source}">`).join('')}</frameset></html>`;

  test('whose template all frames share there is one button, in the frame with the content', async () => {
    hostPage('/panel/pasek.php', `<body>Pasek${tag()}</body>`);
    hostPage('/panel/tresc.php', `<body><h1>Zamówienia</h1>${tag()}</body>`);
    const { page, end } = await open(frames('rows="60,*"', '/panel/pasek.php', '/panel/tresc.php'));
    const content = page.frame({ url: /tresc/ });
    if (!content) throw new Error('no frame');
    await entries(content as never).click();
    await content.getByRole('dialog').waitFor();
    const counts = await Promise.all(page.frames().map((frame) => entries(frame as never).count()));
    expect(counts).toEqual([0, 0, 1 + 1]); // and the heading of the drawer
    await end();
  });
});
