import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { raiseAlarm } from '../../src/guard/alarms.ts';
import { findShopByNumber } from '../../src/store/shops.ts';
import { type Demo, LETTER, openHelp, PANELS, send, startDemo, typeLetter } from '../support/demo.ts';
import { deskUrl, numberOf, signIn } from '../support/desk-page.ts';
import { findings } from '../support/findings.ts';
import { LOOKS } from '../support/looks.ts';

let demo: Demo;
let shop: { id: number; name: string };
beforeAll(async () => {
  demo = await startDemo();
  const zuraw = await findShopByNumber(demo.store, PANELS.zuraw.number);
  shop = { id: zuraw?.id ?? 0, name: zuraw?.shop_name ?? '' };
});
afterAll(() => demo.close());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const alarms = (page: Page) => page.getByRole('region', { name: 'Alarmy' });
const isTooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

/** A ticket of the shop that nothing proves, as anybody can send one who knows number and address; the answer's status. */
async function sendUnproven(): Promise<number> {
  const response = await fetch(`http://localhost:${demo.port}/api/v1/tickets`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
    body: JSON.stringify({
      supportNumber: PANELS.zuraw.number,
      installUrl: `http://${PANELS.zuraw.home}:${demo.port}`,
      topic: 'configuration',
      subject: 'Zalew',
      description: 'Zalew',
      contact: { email: 'ktos@example.com' },
      ticketToken: Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url'),
    }),
  });
  return response.status;
}

test('from an alarm to a block by keyboard alone; strangers are kept out, and the owner’s ticket is still taken', async () => {
  const [jan, owner] = [await demo.visit(), await demo.visit()];
  await signIn(jan.page, demo, 'jan');
  expect(await sendUnproven()).toBe(201);
  await raiseAlarm(demo.store, 'shop-tickets', shop.id, Temporal.Now.instant());
  await alarms(jan.page).getByText(`${shop.name}: zgłoszenia`).waitFor();
  await jan.page.reload();
  await alarms(jan.page).waitFor();

  await button(jan.page, 'Pokaż zgłoszenia').press('Enter');
  await jan.page.getByText('Zalew').first().waitFor();
  await button(jan.page, 'Zablokuj…').first().press('Enter');
  const dialog = jan.page.getByRole('dialog', { name: 'Zablokuj niepotwierdzone zgłoszenia' });
  await dialog.getByText(shop.name, { exact: true }).waitFor();
  await dialog.getByLabel('Powód').fill('zalew zgłoszeń');
  await jan.page.keyboard.press('Enter');
  await dialog.getByText(/^Zablokowane do /).waitFor();
  await button(jan.page, 'Zamknij').press('Enter');
  await button(jan.page, /^Widziałem/).press('Enter');
  await alarms(jan.page).waitFor({ state: 'detached' });
  expect(await sendUnproven()).toBe(403);

  await owner.page.goto(demo.url('zuraw'));
  await openHelp(owner.page);
  await typeLetter(owner.page, LETTER);
  const number = await send(owner.page);
  await jan.page.goto(deskUrl(demo, `#${number}`));
  await jan.page.getByText('niepotwierdzone zablokowane').first().waitFor();
  await jan.page.getByRole('link', { name: 'Blokady' }).first().click();
  await button(jan.page, /^Zdejmij /).press('Enter');
  await button(jan.page, 'Zdejmij blokadę').press('Enter');
  await jan.page.getByText('Blokada zdjęta.').waitFor();
  expect(await sendUnproven()).toBe(201);
  await jan.end();
  await owner.end();
});

test.each([...LOOKS, { colorScheme: 'light', viewport: { width: 320, height: 640 } } as const])(
  'axe finds nothing and nothing is too wide: alarms, the dialog, the page; $colorScheme, $viewport.width px',
  async (look) => {
    const now = Temporal.Now.instant();
    await raiseAlarm(demo.store, 'shop-uploads', shop.id, now);
    await raiseAlarm(demo.store, 'unknown-pairs', null, now);
    const { page, end } = await demo.visit(look);
    const picture = async (name: string) => {
      expect(await isTooWide(page), name).toBe(false);
      expect(await findings(page), name).toEqual([]);
      const folder = process.env.POMOC_PICTURES;
      const to = `${folder}/${name}-${look.viewport.width}-${look.colorScheme}.png`;
      if (folder) await page.screenshot({ path: to });
    };
    await signIn(page, demo, 'ola');
    await page.getByText('Darmowa dostawa').first().waitFor();
    await picture('folded');
    await button(page, /^2.alarmy/).click();
    await picture('open');
    await button(page, 'Zablokuj…').first().click();
    await page.getByLabel('Zakres adresów sieci').check();
    await button(page, /^Zablokuj$/).click();
    await page.getByText('Powód ma od 3 do 200 znaków.').waitFor();
    await picture('dialog');
    await page.getByLabel('Powód').fill('zalew zgłoszeń z jednej sieci');
    await page.getByRole('textbox', { name: 'Zakres adresów' }).fill('203.0.113.0/24');
    await button(page, /^Zablokuj$/).click();
    await page.getByText(/^Zablokowane do /).waitFor();
    await picture('done');
    await page.getByRole('dialog').getByRole('link', { name: 'Blokady' }).click();
    await button(page, /^Zdejmij niepotwierdzone z/)
      .first()
      .click();
    await picture('page');
    await button(page, 'Anuluj').click();
    const number = await numberOf(demo, 'Plik CSV z hurtowni');
    await page.goto(deskUrl(demo, `#${number}/shop`));
    await page.getByText('Numer pomocy', { exact: true }).waitFor({ state: 'attached' });
    await picture('ticket');
    await end();
  },
);
