import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellOfMail } from '../../src/deliveries/tell-of-mail.ts';
import { updateDelivery } from '../../src/store/deliveries.ts';
import { type Demo, startDemo } from '../support/demo.ts';
import { signIn } from '../support/desk-page.ts';
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

const picture = (name: string) =>
  process.env.POMOC_PICTURES ? `${process.env.POMOC_PICTURES}/mails-${name}.png` : null;

test('by keyboard alone an agent gives a letter its shop, reads it, and has the receipt sent once more', async () => {
  const { page, end } = await demo.visit();
  await aStoredLetter(demo.store, { raw: rawLetter({ text: 'Gdzie ustawić próg?\n\n> stare słowa\n> i jeszcze' }) });
  await signIn(page, demo, 'ola');
  await page.getByRole('link', { name: 'Listy' }).press('Enter');
  await page.getByRole('button', { name: /^Wskaż sklep: list od anna/ }).press('Enter');
  await page.getByRole('combobox').fill('żuraw');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  const opened = page.getByText('Z\u00a0listu powstało zgłoszenie');
  await opened.waitFor();
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('h2');
  const number = (await opened.getByRole('link').textContent()) ?? '';
  const [receipt] = await demo.store.selectFrom('deliveries').selectAll().where('ticket_number', '=', number).execute();
  await updateDelivery(demo.store, receipt?.id ?? 0, { state: 'failed', server_reply: '552 Mailbox full' });
  await opened.getByRole('link').press('Enter');
  await page.getByText('Potwierdzenie: nie doszło: 552 Mailbox full').waitFor();
  await page.getByRole('button', { name: 'Wyślij jeszcze raz: Potwierdzenie' }).press('Enter');
  await page.getByText('Potwierdzenie: czeka na wysłanie').waitFor();
  const shot = picture('thread');
  if (shot) await page.screenshot({ path: shot });
  await end();
});

test.each([1280, 390, 320])('at %i px the letters have no fault of layout or of accessibility', async (width) => {
  await aStoredLetter(demo.store, {
    subject: `Bardzo${'długi'.repeat(30)}`,
    from_address: `${'a'.repeat(60)}@x.example`,
  });
  await aStoredLetter(demo.store, { fate: 'set-aside', reason: 'list' });
  await aStoredLetter(demo.store, { fate: 'unreadable', reason: 'fault', from_address: null, from_name: null });
  const { page, end } = await demo.visit({ viewport: { width, height: 844 } });
  await signIn(page, demo, 'ola', '#/mails');
  for (const tab of ['Bez danych sklepu', 'Odłożone', 'Nieczytelne']) {
    await page.getByRole('button', { name: tab }).click();
    await page.getByRole('list', { name: tab }).waitFor();
    if (tab === 'Bez danych sklepu') {
      await page
        .getByRole('button', { name: /^Wskaż sklep/ })
        .first()
        .click();
      await page.getByRole('combobox').fill('o');
      await page.getByRole('option').first().waitFor();
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findings(page)).toEqual([]);
      const shot = picture(`${tab}-${width}-${colorScheme}`);
      if (shot) await page.screenshot({ path: shot });
    }
  }
  await end();
});
