import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emergencyFile } from '../../src/api/pages/emergency-page.ts';
import { readEmergencyScript } from '../../src/api/pages/emergency-script.ts';
import { waysOf } from '../../src/tickets/how-to-reach-us.ts';
import { type Demo, startDemo } from '../support/demo.ts';
import { findings } from '../support/findings.ts';
import { FIRST_SETTINGS } from '../support/service.ts';

let demo: Demo;
let other: Server;
let file: string;
beforeAll(async () => {
  demo = await startDemo();
  const ways = waysOf(FIRST_SETTINGS, Temporal.Now.instant(), 'pl');
  const page = emergencyFile(
    { ways, vendor: FIRST_SETTINGS.vendor, language: 'pl' },
    `http://localhost:${demo.port}`,
    readEmergencyScript('dist') ?? '',
  );
  other = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end(page));
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  file = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  await demo.close();
  other.close();
});

const SEND = '**/api/v1/tickets';
const button = (page: Page) => page.getByRole('button', { name: 'Zgłoś awarię' });
const tickets = () => demo.store.selectFrom('tickets').select(['channel', 'topic', 'subject']).execute();

async function fill(page: Page, description: string): Promise<void> {
  await page.getByLabel('Numer pomocy technicznej').fill('7KcWt9Ru');
  await page.getByLabel('Adres sklepu').fill(`http://zuraw.localhost:${demo.port}`);
  await page.getByRole('checkbox', { name: 'Panel nie działa' }).check();
  await page.getByLabel('Co widzisz?').fill(description);
  await page.getByLabel('Twój e-mail').fill('anna@ksiegarnia-zuraw.pl');
}

const isCut = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

test.each([
  { width: 1280, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
] as const)(
  'from another host at $width px: the form appears once the service was reached, and opens a ticket',
  async ({ width, colorScheme }) => {
    const { page, complaints, end } = await demo.visit({ colorScheme, viewport: { width, height: 844 } });
    await page.goto(file);
    await page.getByRole('heading', { name: 'Zgłoś awarię tutaj' }).waitFor();
    expect(await page.locator('#state').innerText()).toMatch(/^Przyjmujemy zgłoszenia\s+Stan z godz\. \d+:\d\d\./);
    expect(await page.locator('#open-now').innerText()).toMatch(/^Teraz (otwarte|zamknięte)$/);
    expect(await page.getByText('nie wie, czy teraz jest otwarte').isVisible()).toBe(false);
    expect([await findings(page), await isCut(page)]).toEqual([[], false]);
    await button(page).press('Enter');
    await page.getByText('Wpisz numer pomocy technicznej.').waitFor();
    expect(await page.getByLabel('Numer pomocy technicznej').evaluate((one) => one === document.activeElement)).toBe(
      true,
    );
    expect(await findings(page)).toEqual([]);
    await fill(page, 'Biała strona.');
    await page.getByLabel('Adres sklepu').fill('inny-sklep.pl');
    await button(page).press('Enter');
    await page.getByText('Nie znamy sklepu o tym numerze i adresie.').first().waitFor();
    expect(await page.getByLabel('Co widzisz?').inputValue()).toBe('Biała strona.');
    await page.getByLabel('Adres sklepu').fill(`http://zuraw.localhost:${demo.port}`);
    const before = (await tickets()).length;
    await button(page).press('Enter');
    const title = page.getByRole('heading', { name: /^Przyjęliśmy zgłoszenie nr \d{7}$/ });
    await title.waitFor();
    expect(await title.evaluate((one) => one === document.activeElement)).toBe(true);
    expect([await findings(page), await isCut(page)]).toEqual([[], false]);
    const opened = (await tickets()).slice(before);
    expect(opened).toMatchObject([{ channel: 'form', topic: 'outage', subject: 'Awaria: panel nie działa' }]);
    // 403 of the shop that is none of ours is what Chromium says by itself.
    expect(complaints.filter((line) => !line.includes('403'))).toEqual([]);
    await end();
  },
);

test('the service is down: telephone, hours and e-mail stand first, and no form that nobody could take', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page, end } = await demo.visit({ javaScriptEnabled, viewport: { width: 390, height: 844 } });
    await page.route(`http://localhost:${demo.port}/**`, (route) => route.abort());
    await page.goto(file);
    await page.getByRole('link', { name: '+48 22 000 00 00' }).waitFor();
    await page.getByText('pon.–pt. 8:00–16:00').waitFor();
    const mail = page.getByRole('link', { name: 'pomoc@shopgold.pl' });
    expect(await mail.getAttribute('href')).toContain('body=Numer%20pomocy%20technicznej');
    expect(await page.locator('form').isVisible()).toBe(false);
    expect(await page.locator('#state').innerText()).toBe('');
    if (javaScriptEnabled) expect(await findings(page)).toEqual([]);
    await end();
  }
});

test('it goes down while a ticket is sent: nothing typed is lost, a letter has all of it, and sent again it is one ticket', async () => {
  const { page, end } = await demo.visit();
  await page.goto(file);
  await page.getByRole('heading', { name: 'Zgłoś awarię tutaj' }).waitFor();
  await fill(page, 'Od 9:00 biała strona & błąd 500?');
  const before = (await tickets()).length;
  // It arrives, and its answer is lost.
  await page.route(SEND, async (route) => {
    if (route.request().method() === 'POST') await route.fetch();
    await route.abort();
  });
  await button(page).click();
  const letter = page.getByRole('link', { name: 'Wyślij e-mailem z tą treścią' });
  await letter.waitFor();
  expect(await page.locator('#state').innerText()).toMatch(/^Serwis pomocy teraz nie odpowiada\./);
  expect(await findings(page)).toEqual([]);
  const link = new URL((await letter.getAttribute('href')) ?? '');
  expect(link.pathname).toBe('pomoc@shopgold.pl');
  expect(link.searchParams.get('body')?.split('\r\n')).toEqual([
    'Numer pomocy technicznej: 7KcWt9Ru',
    `Adres sklepu: http://zuraw.localhost:${demo.port}`,
    'Co nie działa: panel nie działa',
    'Co widzę: Od 9:00 biała strona & błąd 500?',
    'Mój e-mail: anna@ksiegarnia-zuraw.pl',
  ]);
  expect(await page.getByLabel('Co widzisz?').inputValue()).toBe('Od 9:00 biała strona & błąd 500?');
  await page.unroute(SEND);
  await button(page).click();
  await page.getByRole('heading', { name: /^Przyjęliśmy zgłoszenie nr/ }).waitFor();
  expect((await tickets()).length).toBe(before + 1);
  await end();
});

test('a state is shown for 15 minutes with its time; when the service is gone that is said, and the form stays', async () => {
  const { page, end } = await demo.visit();
  await page.clock.install();
  await page.goto(file);
  await page.getByText('Przyjmujemy zgłoszenia').waitFor();
  await page.getByLabel('Co widzisz?').fill('W połowie zdania');
  await page.route('**/api/v1/**', (route) => route.abort());
  await page.clock.runFor(61_000);
  await page.getByText('Serwis pomocy teraz nie odpowiada.').waitFor();
  await page.clock.runFor(12 * 60_000);
  expect(await page.locator('#state').innerText()).toContain('Stan z godz.');
  await page.clock.runFor(3 * 60_000);
  expect(await page.locator('#state').innerText()).toBe('');
  expect(await page.locator('#open-now').innerText()).toBe('');
  expect(await page.getByLabel('Co widzisz?').inputValue()).toBe('W połowie zdania');
  await page.unroute('**/api/v1/**');
  await page.clock.runFor(61_000);
  await page.getByText('Przyjmujemy zgłoszenia').waitFor();
  await end();
});
