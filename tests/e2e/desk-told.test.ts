import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendEvent } from '../../src/events/append-event.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { insertTicket } from '../../src/store/tickets.ts';
import { aTicketRow } from '../support/a-ticket-row.ts';
import { type Demo, startDemo } from '../support/demo.ts';
import { numberOf, signIn } from '../support/desk-page.ts';
import { findings } from '../support/findings.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

/**
 * Notes what the page asks and shows; both still happen.
 * @param isGranted says what headless Chromium, which has no place for notifications, does not, whatever its context grants
 */
async function noteNotifications(
  page: Page,
  isGranted: boolean,
): Promise<{ shown: () => Promise<string[]>; asked: () => Promise<number>; press: () => Promise<void> }> {
  await page.addInitScript((granted) => {
    const noted = { shown: [] as string[], asked: 0, press: () => {} };
    const real = Notification;
    const ask = real.requestPermission.bind(real);
    window.Notification = class extends Notification {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        noted.shown.push(title);
        noted.press = () => this.onclick?.(new Event('click'));
      }
      static override requestPermission() {
        noted.asked += 1;
        return ask();
      }
      static override get permission() {
        return granted ? 'granted' : real.permission;
      }
    };
    Object.assign(window, { noted });
  }, isGranted);
  type Noting = typeof window & { noted: { shown: string[]; asked: number; press: () => void } };
  return {
    shown: () => page.evaluate(() => (window as Noting).noted.shown),
    asked: () => page.evaluate(() => (window as Noting).noted.asked),
    press: () => page.evaluate(() => (window as Noting).noted.press()),
  };
}

test('an assignment and an outage are told to whom they concern, by a notification and on the page, and move no focus', async () => {
  const [ola, jan] = [await demo.visit({ permissions: ['notifications'] }), await demo.visit()];
  const notes = await noteNotifications(ola.page, true);
  const olas = ola.page;
  await signIn(olas, demo, 'ola', '#/notifications');
  await olas.getByText('Powiadomienia są włączone.').waitFor();
  expect(await findings(olas), 'the page of notifications').toEqual([]);
  // The test may run when the office is closed.
  await olas.getByRole('checkbox', { name: 'Po godzinach' }).check();
  await olas.getByRole('button', { name: 'Wyślij próbne' }).click();
  await olas.getByText(/^Próbne wysłane/).waitFor();
  expect(await notes.shown()).toEqual(['Nowa awaria']);
  await olas.getByRole('searchbox').focus();

  const number = await numberOf(demo, 'Plik CSV z hurtowni');
  await signIn(jan.page, demo, 'jan', `#${number}`);
  await jan.page.getByRole('button', { name: /^Przypisane do/ }).click();
  await jan.page.getByRole('button', { name: 'Ola Nowak', exact: true }).click();
  await olas.getByRole('status').getByText(`Przypisano Ci zgłoszenie ${number}`).waitFor({ state: 'attached' });
  await expect.poll(notes.shown).toEqual(['Nowa awaria', 'Przypisano Ci zgłoszenie']);
  const title = await olas.title();
  expect(Number(/^\((\d+)\)/.exec(title)?.[1])).toBeGreaterThan(0);

  const at = toInstantText(Temporal.Now.instant());
  const row = aTicketRow(900_001, {
    shop_id: 2,
    subject: 'Sklep stoi od rana',
    queue_outage: 1,
    received_at: at,
    waiting_since: at,
    changed_at: at,
  });
  await insertTicket(demo.store, row);
  const opened = { channel: 'panel', topic: 'outage', outage: true, files: 0 } as const;
  const ticketNumber = row.number;
  await appendEvent(demo.store, { at, actor: 'customer', action: 'ticket.opened', ticketNumber, details: opened });
  const toast = olas.getByRole('complementary', { name: 'Nowa awaria' });
  await toast.getByRole('link', { name: 'Sklep stoi od rana' }).waitFor();
  await expect.poll(async () => (await notes.shown()).length).toBe(3);
  expect(await findings(olas), 'a new outage').toEqual([]);
  expect(await olas.evaluate(() => document.activeElement?.id)).toBe('desk-search');
  await expect.poll(() => olas.locator('link[rel="icon"]').getAttribute('href')).toContain('b3261e');
  await toast.getByRole('link').click();
  await olas.getByRole('heading', { name: 'Sklep stoi od rana' }).waitFor();
  await toast.waitFor({ state: 'detached' });
  expect(await notes.asked()).toBe(0);
  for (const { complaints, end } of [ola, jan]) {
    expect(complaints.filter((complaint) => !/status of 401/.test(complaint))).toEqual([]);
    await end();
  }
});

test('who is named in a note is told, and a press on the notification leads to the note', async () => {
  const [ola, jan] = [await demo.visit(), await demo.visit()];
  const notes = await noteNotifications(ola.page, true);
  const number = await numberOf(demo, 'Plik CSV z hurtowni');
  await Promise.all([signIn(ola.page, demo, 'ola', '#/notifications'), signIn(jan.page, demo, 'jan', `#${number}`)]);
  // The test may run when the office is closed.
  await ola.page.getByRole('checkbox', { name: 'Po godzinach' }).check();
  await jan.page.getByRole('region', { name: 'Rozmowa' }).waitFor();
  await jan.page.keyboard.press('n');
  await jan.page.keyboard.type('Hurtownia zmieniła plik, @now');
  await jan.page.getByRole('option', { name: 'Ola Nowak' }).waitFor();
  await jan.page.keyboard.press('Enter');
  await jan.page.getByText('Powiadomienie: Ola Nowak').waitFor();
  await jan.page.keyboard.type('sprawdzisz?');
  await jan.page.keyboard.press('Control+Enter');
  await expect.poll(notes.shown).toEqual(['Wzmianka o\u00a0Tobie']);
  await notes.press();
  await ola.page.getByRole('listitem').getByText('Hurtownia zmieniła plik, @Ola Nowak sprawdzisz?').waitFor();
  expect(ola.page.url()).toContain(`#${number}`);
  await Promise.all([ola.end(), jan.end()]);
});

test('nobody is asked before they press, and who turns notifications on is asked once', async () => {
  const { page, end } = await demo.visit();
  const notes = await noteNotifications(page, false);
  await signIn(page, demo, 'ola', '#/notifications');
  await page.getByText('Przeglądarka jeszcze nie pytała').or(page.getByText('blokuje powiadomienia')).waitFor();
  expect(await notes.asked()).toBe(0);
  const turnOn = page.getByRole('button', { name: 'Włącz powiadomienia' });
  if (await turnOn.count()) {
    await turnOn.click();
    expect(await notes.asked()).toBe(1);
  }
  expect(await notes.shown()).toEqual([]);
  await end();
});
