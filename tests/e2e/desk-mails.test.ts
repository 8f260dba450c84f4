import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellOfMail } from '../../src/deliveries/tell-of-mail.ts';
import { deliveriesOf, updateDelivery } from '../../src/store/deliveries.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { putMailAddress } from '../../src/store/mail-addresses.ts';
import { findTicket } from '../../src/store/tickets.ts';
import { type Demo, startDemo } from '../support/demo.ts';
import { sendNow, signIn } from '../support/desk-page.ts';
import { findings } from '../support/findings.ts';
import { MAIL } from '../support/mail-settings.ts';
import { FIRST_SETTINGS } from '../support/service.ts';
import { aStoredLetter, rawLetter } from '../support/stored-letter.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
  await tellOfMail(demo.store, { mail: MAIL, ...FIRST_SETTINGS });
});
afterAll(() => demo.close());

/** Saves a picture where `POMOC_PICTURES` names a folder. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.POMOC_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/mails-${name}.png` });
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

/** Opens a ticket of a letter, by the desk's own keys. @returns its number */
async function openLetter(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Darmowa dostawa' }).press('Enter');
  await page.getByRole('heading', { name: 'Darmowa dostawa' }).waitFor();
  await page.getByRole('combobox').fill('żuraw');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  const open = page.getByRole('button', { name: /^Otwórz zgłoszenie sklepu/ });
  await open.waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Z\u00a0listu powstało zgłoszenie').waitFor();
  return (await page.getByRole('status').getByRole('link').first().textContent()) ?? '';
}

test('by keyboard alone an agent reads a letter, gives it its shop with a press of its own, and has the receipt sent once more', async () => {
  const { page, end } = await demo.visit();
  await aStoredLetter(demo.store, {
    raw: rawLetter({ text: 'Gdzie ustawić próg?\n\nW dniu 3.08.2026 o 10:12, Pomoc pisze:\n> stare słowa' }),
  });
  await signIn(page, demo, 'ola');
  await page.getByRole('button', { name: 'Więcej' }).press('Enter');
  await page.getByRole('link', { name: 'Listy' }).press('Enter');
  await expect.poll(() => focused(page)).toBe('Listy');
  await page.getByRole('link', { name: 'Darmowa dostawa' }).press('Enter');
  await page.getByText('Gdzie ustawić próg?').waitFor();
  await expect.poll(() => focused(page)).toBe('Darmowa dostawa');
  await page.goBack();
  const number = await openLetter(page);
  // What is decided is not asked again: neither here nor after a reload.
  expect(await page.getByRole('combobox').count()).toBe(0);
  await page.reload();
  await page.getByRole('link', { name: `List jest w\u00a0zgłoszeniu ${number}` }).waitFor();
  expect(await page.getByRole('combobox').count()).toBe(0);
  const [receipt] = await deliveriesOf(demo.store, [number]);
  await updateDelivery(demo.store, receipt?.id ?? 0, { state: 'failed', server_reply: '552 Mailbox full' });
  await page.getByRole('link', { name: `List jest w\u00a0zgłoszeniu ${number}` }).press('Enter');
  await page.getByText('Potwierdzenie: nie doszło: 552 Mailbox full').waitFor();
  await page.getByRole('button', { name: 'Wyślij jeszcze raz: Potwierdzenie' }).press('Enter');
  await page.getByText(/^Potwierdzenie: (?:czeka na wysłanie|wysłano)/).waitFor(); // the demo sends at once
  await picture(page, 'thread');
  await end();
});

test('a likely shop is chosen, changed and opened; the key that chose it does not open the ticket by being held', async () => {
  const { page, end } = await demo.visit();
  const mail = await aStoredLetter(demo.store, { raw: rawLetter({ text: 'Numer 7KcWt9Ru. Nie działa koszyk.' }) });
  await signIn(page, demo, 'ola', `#/mails/${mail}`);
  const likely = page.getByRole('list', { name: 'Możliwe sklepy' }).getByRole('button').first();
  await likely.waitFor();
  await picture(page, 'letter');
  await likely.press('Enter');
  const open = page.getByRole('button', { name: /^Otwórz zgłoszenie sklepu/ });
  await expect.poll(() => focused(page)).toMatch(/^Otwórz zgłoszenie/);
  await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await page.getByText('Z\u00a0listu powstało zgłoszenie').waitFor();
  expect(await open.count()).toBe(0);
  await end();
});

test('where letters come back the ticket says so; the address is corrected, what failed is sent there, a code is read out, links end', async () => {
  const { page, end } = await demo.visit();
  const mail = await aStoredLetter(demo.store, { from_address: 'anna@poczta.example' });
  await signIn(page, demo, 'ola', '#/mails');
  const number = await openLetter(page);
  expect(mail).toBeGreaterThan(0);
  const [receipt] = await deliveriesOf(demo.store, [number]);
  const at = toInstantText(Temporal.Now.instant());
  await putMailAddress(demo.store, { address: 'anna@poczta.example', bounced_at: at, bounce_status: '5.1.1' });
  await updateDelivery(demo.store, receipt?.id ?? 0, { state: 'failed', reason: 'bounced', server_reply: '5.1.1' });
  await page.getByRole('status').getByRole('link', { name: number }).press('Enter');
  await page.getByText('Listy wracają, bo takiej skrzynki nie ma: anna@poczta.example.').waitFor();
  expect(await page.getByRole('button', { name: 'Wyślij jeszcze raz: Potwierdzenie' }).count()).toBe(0);
  await picture(page, 'bounced');
  await page.getByRole('button', { name: 'Popraw adres' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Klient i\u00a0linki' });
  await dialog.getByLabel('E-mail, na który idą listy').fill('anna@');
  await page.keyboard.press('Enter');
  await dialog.getByText('Wpisz adres e-mail').waitFor();
  await dialog.getByLabel('E-mail, na który idą listy').fill('anna.zuraw@poczta.example');
  await page.keyboard.press('Enter');
  await dialog.getByText(/^Adres: anna\.zuraw@poczta\.example/).waitFor();
  await dialog.getByRole('button', { name: 'Pokaż kod' }).press('Enter');
  const code = dialog.getByText(/^[A-Z3-9]{4}\u00a0[A-Z3-9]{4}$/);
  await code.waitFor();
  expect(await dialog.getByRole('list', { name: 'Kod przeliterowany' }).getByRole('listitem').count()).toBe(8);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findings(page)).toEqual([]);
    await picture(page, `contact-${colorScheme}`);
  }
  await dialog.getByRole('button', { name: 'Unieważnij linki' }).press('Enter');
  await dialog.getByRole('button', { name: 'Tak, unieważnij' }).press('Enter');
  await dialog.getByText('Linki i\u00a0kod już nie działają.').waitFor();
  expect(await code.count()).toBe(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Wyślij jeszcze raz: Potwierdzenie' }).press('Enter');
  await page
    .getByText(/^Potwierdzenie: (?:czeka na wysłanie|wysłano)/)
    .last()
    .waitFor();
  expect((await deliveriesOf(demo.store, [number])).map(({ kind, recipient }) => `${kind} ${recipient}`)).toEqual([
    'receipt anna.zuraw@poczta.example',
    'link anna.zuraw@poczta.example',
  ]);
  expect((await findTicket(demo.store, number))?.link_version).toBe(3);
  await end();
});

test('a reply goes to those of the letter’s copies where its tick is set, once', async () => {
  const { page, end } = await demo.visit();
  await aStoredLetter(demo.store, { raw: rawLetter({ fields: ['Cc: szef@sklep.example'] }) });
  await signIn(page, demo, 'ola', '#/mails');
  const number = await openLetter(page);
  await page.getByRole('status').getByRole('link', { name: number }).press('Enter');
  const tick = page.getByLabel('Wyślij też do: szef@sklep.example');
  await tick.press('Space');
  await page.getByLabel('Treść odpowiedzi').fill('W „Dostawa”.');
  await picture(page, 'copies');
  expect(await findings(page)).toEqual([]);
  await sendNow(page);
  await page.getByText(/^Kopia do szef@sklep\.example: (?:czeka na wysłanie|wysłano)/).waitFor(); // the demo sends at once
  expect((await deliveriesOf(demo.store, [number])).map(({ kind }) => kind)).toEqual(['receipt', 'reply', 'copy']);
  await end();
});

test.each([1280, 390, 320])('at %i px the letters have no fault of layout or of accessibility', async (width) => {
  const long = await aStoredLetter(demo.store, {
    subject: `Bardzo${'długi'.repeat(30)}`,
    from_address: `${'a'.repeat(60)}@x.example`,
    raw: rawLetter({ text: `Numer 7KcWt9Ru. ${'ó'.repeat(300)}` }),
  });
  await aStoredLetter(demo.store, { fate: 'set-aside', reason: 'list' });
  await aStoredLetter(demo.store, { fate: 'unreadable', reason: 'fault', from_address: null, from_name: null });
  const { page, end } = await demo.visit({ viewport: { width, height: 844 } });
  await signIn(page, demo, 'ola', '#/mails');
  async function check(name: string): Promise<void> {
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findings(page)).toEqual([]);
      await picture(page, `${name}-${width}-${colorScheme}`);
    }
  }
  for (const tab of ['Bez danych sklepu', 'Odłożone', 'Nieczytelne']) {
    await page.getByRole('navigation', { name: 'Które listy' }).getByRole('link', { name: tab }).click();
    await page.getByRole('list', { name: tab }).waitFor();
    await check(tab);
  }
  await page.evaluate((id) => {
    location.hash = `#/mails/${id}`;
  }, long);
  await page.getByRole('list', { name: 'Możliwe sklepy' }).waitFor();
  await page.getByRole('combobox').fill('o');
  await page.getByRole('option').first().waitFor();
  await check('one');
  await page.getByRole('list', { name: 'Możliwe sklepy' }).getByRole('button').first().click();
  await page.getByRole('button', { name: /^Otwórz zgłoszenie sklepu/ }).waitFor();
  await check('chosen');
  await end();
});
