import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, openHelp, startDemo } from '../support/demo.ts';
import { signIn } from '../support/desk-page.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

/** How scripts fail to come: with no network, and with a server that is down behind its proxy. */
const mishaps = ['no network', 'a server that is down'] as const;

const DOWN = { status: 503, headers: { 'Access-Control-Allow-Origin': '*' } };

/** Keeps scripts of these addresses from the page until it is called; then what was asked for before has failed. */
async function withhold(page: Page, scripts: string, how: (typeof mishaps)[number]): Promise<() => Promise<void>> {
  await page.route(scripts, (route) => (how === 'no network' ? route.abort() : route.fulfill(DOWN)));
  return () => page.unrouteAll({ behavior: 'wait' });
}

test.each(mishaps)('a page of the desk that did not come is asked for again by a press: %s', async (how) => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola');
  // What the desk fetches ahead is there, or is asked for after this: playwright puts no file between its fetch and its
  // import into the browser's cache while it withholds any.
  await page.waitForLoadState('networkidle');
  const giveBack = await withhold(page, '**/desk/files/*.js*', how);
  await page.evaluate(() => {
    location.hash = '#/reports';
  });
  await page.getByText('Nie udało się otworzyć strony').waitFor();
  const again = page.getByRole('button', { name: 'Spróbuj ponownie' });
  // The notice of the first time is still there when the button is pressed: the second attempt has to fail, too.
  const failedAgain =
    how === 'no network'
      ? page.waitForEvent('requestfailed')
      : page.waitForEvent('response', (it) => it.status() === 503);
  await again.press('Enter');
  await failedAgain;
  await page.getByText('Nie udało się otworzyć strony').waitFor();
  await giveBack();
  await again.press('Enter');
  await page.getByRole('table', { name: 'Kanały' }).waitFor();
  // The button that was pressed is gone: the keyboard goes on from the heading of what came instead.
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
    await page.locator('.page h2').first().textContent(),
  );
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
  await end();
});

/** The file of a part of the widget. */
function builtPart(source: string): string {
  const manifest: Record<string, { file: string }> = JSON.parse(readFileSync('dist/panel-pl.json', 'utf8'));
  return manifest[source]?.file ?? source;
}

/** Opens the drawer, of which nothing else may come. */
async function openForm(page: Page): Promise<void> {
  await page.locator('#PomocOnline').click();
  await page.getByLabel('Co się dzieje?').waitFor();
}

const mine = (page: Page) => page.getByRole('button', { name: 'Moje zgłoszenia', exact: true });
const heading = (page: Page) => page.getByText('Wszystkie zgłoszenia tego sklepu.');

test.each(mishaps)('a part of the panel that did not come is asked for again by the next press: %s', async (how) => {
  const { page, end } = await demo.visit();
  await page.goto(demo.url('zuraw'));
  // It holds views of the form as well, which ask for it by themselves when they are needed, such as after hours.
  const giveBack = await withhold(page, `**/${builtPart('widget/chunks/later-chunk.ts')}*`, how);
  await openForm(page);
  await page.evaluate(() => Object.assign(window, { stillHere: true }));
  await mine(page).click();
  await page.getByRole('alert').waitFor();
  await giveBack();
  await mine(page).click();
  await heading(page).waitFor();
  expect(await page.evaluate(() => 'stillHere' in window)).toBe(true);
  await end();
});

test('fields of the form that did not come come with the next letter', async () => {
  const { page, end } = await demo.visit();
  await page.goto(demo.url('zuraw'));
  const giveBack = await withhold(page, `**/${builtPart('widget/chunks/later-chunk.ts')}*`, 'no network');
  const failed = page.waitForEvent('requestfailed');
  await openForm(page);
  await failed;
  const text = page.getByLabel('Co się dzieje?');
  await text.fill('Klienci nie widzą koszyka');
  expect(await page.getByLabel('Tytuł').count()).toBe(0);
  await giveBack();
  await text.press('End');
  await text.pressSequentially('.');
  await page.getByLabel('Tytuł').waitFor();
  expect(await text.inputValue()).toBe('Klienci nie widzą koszyka.');
  await end();
});

test('a part of the panel is asked for again also when only what it stands on did not come', async () => {
  const { page, end } = await demo.visit();
  const manifest: Record<string, { name?: string; file: string }> = JSON.parse(
    readFileSync('dist/panel-pl.json', 'utf8'),
  );
  const shared = Object.values(manifest).find(({ name }) => name === 'shared')?.file ?? '';
  expect(shared).not.toBe('');
  await page.route(`**/${shared}*`, (route) => route.abort());
  await page.goto(demo.url('zuraw'));
  await openForm(page);
  await mine(page).click();
  await page.getByRole('alert').waitFor();
  await page.unroute(`**/${shared}*`);
  await mine(page).click();
  await heading(page).waitFor();
  await end();
});

test.each(mishaps)('a panel that did not come while it was pointed at comes by the press: %s', async (how) => {
  const { page, end } = await demo.visit();
  await page.goto(demo.url('zuraw'), { waitUntil: 'networkidle' });
  const giveBack = await withhold(page, '**/panel/*.js*', how);
  const refused = how === 'no network' ? page.waitForEvent('requestfailed') : page.waitForEvent('response');
  await page.locator('#PomocOnline').hover();
  await refused;
  await giveBack();
  await openHelp(page);
  await end();
});

test('what is fetched before it is imported comes over the line once', async () => {
  const { page, end } = await demo.visit();
  const line = await page.context().newCDPSession(page);
  const came: string[] = [];
  const readAgain: string[] = [];
  await line.send('Network.enable');
  line.on('Network.responseReceived', ({ response }) => {
    if (/\/(panel|desk\/files)\/[^/]+\.js$/.test(response.url))
      (response.fromDiskCache ? readAgain : came).push(response.url);
  });
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  await mine(page).click();
  await heading(page).waitFor();
  await signIn(page, demo, 'ola', '#/reports');
  await page.getByRole('table', { name: 'Kanały' }).waitFor();
  expect(came.length).toBeGreaterThan(6);
  expect(came.toSorted()).toEqual([...new Set(came)].toSorted());
  expect(readAgain).not.toEqual([]);
  await end();
});
