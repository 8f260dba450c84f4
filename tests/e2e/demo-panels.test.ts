import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printQueueCommand } from '../../src/commands/print-queue.ts';
import { isTicketNumber } from '../../src/contract/tickets/ticket-number.ts';
import { readFirstSettings } from '../../src/settings.ts';
import {
  type Demo,
  LETTER,
  openHelp,
  PANEL_PAGES,
  PANELS,
  type PanelName,
  send,
  signOutOfPanel,
  startDemo,
  typeLetter,
} from '../support/demo.ts';
import { aTicket, newKey, post } from '../support/requests.ts';

const panels = Object.keys(PANELS) as PanelName[];

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

function ticketRow(number: string) {
  return demo.store.selectFrom('tickets').selectAll().where('number', '=', number).executeTakeFirstOrThrow();
}

test('the index shows itself as drawn, under its own strict policy', async () => {
  const { page, complaints, end } = await demo.visit();
  await page.goto(`http://localhost:${demo.port}/demo/`);
  expect(await page.locator('.panels').evaluate((element) => getComputedStyle(element).display)).toBe('grid');
  await page.getByRole('link', { name: 'Otwórz panel Księgarnia Żuraw' }).click();
  await page.waitForURL(demo.url('zuraw'));
  expect(complaints).toEqual([]);
  await end();
});

describe.each(panels)('from the panel %s', (panel) => {
  test('to a receipt with a number and a promised time, in the channel panel', async () => {
    const { page, complaints, end } = await demo.visit();
    await page.goto(demo.url(panel));
    await openHelp(page);
    await typeLetter(page, LETTER);
    const number = await send(page);
    expect(isTicketNumber(number)).toBe(true);
    expect(await ticketRow(number)).toMatchObject({ channel: 'panel', subject: LETTER.subject });
    const promised = await page.getByRole('time').getAttribute('datetime');
    expect(Date.parse(promised ?? '') - Date.parse((await ticketRow(number)).received_at)).toBeGreaterThan(259_198_000);
    expect(complaints).toEqual([]);
    await end();
  });

  test('the number read on the home page serves the orders page', async () => {
    const { page, end } = await demo.visit();
    await page.goto(demo.url(panel));
    await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('pomoc.facts')));
    await page.goto(demo.url(panel, 'sprzedaz/zamowienia.php'));
    expect(await page.content()).not.toContain(PANELS[panel].number);
    await openHelp(page);
    await typeLetter(page, LETTER);
    expect(isTicketNumber(await send(page))).toBe(true);
    await end();
  });

  test('without the home page the person is asked, and Enter goes on', async () => {
    const { page, complaints, end } = await demo.visit();
    await signOutOfPanel(page);
    await page.goto(demo.url(panel, 'produkty/produkt.php'));
    await page.locator('#PomocOnline').click();
    await page.getByLabel('Numer pomocy technicznej').fill(` ${PANELS[panel].number}\u200b`);
    await page.getByLabel('Adres sklepu').fill(demo.url(panel).replace(/zarzadzanie\/$/, ''));
    await page.keyboard.press('Enter');
    await page.getByText('Pomoc do').waitFor();
    await page.goto(demo.url(panel, 'sprzedaz/zamowienia.php'));
    await page.getByText('Pomoc do').waitFor();
    expect(complaints).toEqual([]);
    await end();
  });

  test.each(PANEL_PAGES)('page %j says nothing to the console, with the help closed or open', async (path) => {
    const { page, complaints, end } = await demo.visit();
    await page.goto(demo.url(panel, path), { waitUntil: 'networkidle' });
    await page.locator('#PomocOnline').click();
    await page.getByRole('dialog').waitFor();
    expect(complaints).toEqual([]);
    await end();
  });
});

test('the same post from elsewhere is a form ticket, and the queue prints the panel first', async () => {
  const installUrl = `http://zuraw.localhost:${demo.port}`;
  const request = aTicket({ installUrl, subject: 'Z innej strony' });
  const form = await fetch(`http://127.0.0.1:${demo.port}/api/v1/tickets`, {
    ...post(request, { 'Idempotency-Key': newKey(), Origin: 'http://example.org', Host: 'localhost' }),
  });
  expect(await form.json()).toMatchObject({ channel: 'form' });
  const { page, end } = await demo.visit();
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  await typeLetter(page, { ...LETTER, subject: 'Z panelu' });
  await send(page);
  await end();

  const printed: string[] = [];
  const print = (line: string) => void printed.push(line);
  const terminal = { print, printError: print, now: () => Temporal.Now.instant() };
  await printQueueCommand(demo.store, terminal, readFirstSettings({}), { limit: 50 });
  const lineOf = (text: string) => printed.findIndex((line) => line.includes(text));
  expect(lineOf('Awarie')).toBe(0);
  expect(lineOf('Kończy się termin')).toBeGreaterThan(lineOf('Nie można złożyć zamówienia'));
  expect(lineOf('Z panelu')).toBeGreaterThan(lineOf('Kolejka'));
  expect(lineOf('Z innej strony')).toBeGreaterThan(lineOf('Z panelu'));
});
