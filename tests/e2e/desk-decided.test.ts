import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, LETTER, openHelp, send, startDemo, typeLetter, type Visit } from '../support/demo.ts';
import { leaveAs, sendNow, signIn } from '../support/desk-page.ts';
import { findings } from '../support/findings.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

/** A ticket that a shop has sent, read in its widget and at the desk. */
async function aTicketOf(subject: string): Promise<{ shop: Visit; ola: Visit }> {
  const [ola, shop] = [await demo.visit(), await demo.visit()];
  await shop.page.goto(demo.url('zuraw'));
  await openHelp(shop.page);
  await typeLetter(shop.page, { ...LETTER, subject });
  const number = await send(shop.page);
  await signIn(ola.page, demo, 'ola', `#${number}`);
  await ola.page.getByText(LETTER.description).waitFor();
  return { shop, ola };
}

/** Opens the thread in „Moje zgłoszenia”. */
async function readThread({ page }: Visit, subject: string): Promise<void> {
  await page.getByRole('button', { name: 'Moje zgłoszenia' }).click();
  await page.getByRole('button', { name: new RegExp(subject) }).click();
}

test('a topic that an agent corrects is seen by the owner, with the rule kindly', async () => {
  const { shop, ola } = await aTicketOf('Plik CSV się nie wczytuje');
  const { page } = ola;
  await page.locator('button.topic').click();
  const dialog = page.getByRole('dialog', { name: /Popraw temat/ });
  await dialog.waitFor();
  expect(await findings(page)).toEqual([]);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: width === 390 ? 780 : 800 });
    const fits = await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth);
    expect(fits, `${width} px`).toBe(true);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  const title = dialog.getByRole('textbox', { name: 'Tytuł' });
  await title.fill('ab');
  await page.keyboard.press('Enter');
  await dialog.getByRole('alert').getByText('Tytuł ma od 3 do 200 znaków.').waitFor();
  expect(await title.evaluate((field) => field === document.activeElement)).toBe(true);
  await title.fill('Sprawdzenie pliku z produktami');
  await dialog.getByLabel('Temat', { exact: true }).selectOption('N8');
  await dialog.getByRole('button', { name: 'Zapisz' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('heading', { name: 'Sprawdzenie pliku z produktami' }).waitFor();
  await readThread(shop, 'Sprawdzenie pliku z produktami');
  await shop.page.getByText(/Temat zmieniony przez pomoc: Sprawdzenie pliku CSV lub XML/).waitFor();
  await shop.page.getByText(/nie obejmuje sprawdzania plików/).waitFor();
  // It was promised before: the promise stands.
  await shop.page.getByText(/^Odpowiemy najpóźniej/).waitFor();
  expect(await findings(shop.page)).toEqual([]);
  expect(shop.complaints).toEqual([]);
  // Nobody was signed in yet.
  expect(ola.complaints.filter((complaint) => !/status of 401/.test(complaint))).toEqual([]);
  await shop.end();
  await ola.end();
});

test('a word in a solved ticket of a shop whose support is over is taken without a promise, and says so on both sides', async () => {
  const subject = 'Stary wątek po pomocy';
  const { shop, ola } = await aTicketOf(subject);
  await ola.page.getByLabel('Treść odpowiedzi').fill('Już działa.');
  await leaveAs(ola.page, 'Rozwiązane');
  await sendNow(ola.page);
  await ola.page.getByRole('listitem').getByText('Już działa.').waitFor();
  await demo.store.deleteFrom('support_packages').execute();
  await demo.store.updateTable('shops').set({ purchased_on: '2024-01-02' }).execute();
  await readThread(shop, subject);
  await shop.page.getByLabel('Twoja wiadomość', { exact: true }).fill('To znowu się dzieje.');
  await shop.page.getByRole('button', { name: 'Wyślij wiadomość' }).click();
  await shop.page.getByText('Czeka na naszą odpowiedź, po okresie pomocy, bez obiecanego terminu').waitFor();
  await ola.page.getByText('To znowu się dzieje.').waitFor();
  await ola.page.getByText('po okresie pomocy').first().waitFor();
  expect([await findings(shop.page), await findings(ola.page)]).toEqual([[], []]);
  await shop.end();
  await ola.end();
});
