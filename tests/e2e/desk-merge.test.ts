import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, LETTER, openHelp, send, startDemo, typeLetter } from '../support/demo.ts';
import { sendNow, signIn } from '../support/desk-page.ts';
import { findings } from '../support/findings.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

test('two tickets of a shop are merged by keyboard alone; the draft moves along, and the owner finds both numbers in one thread', async () => {
  const [ola, shop] = [await demo.visit(), await demo.visit()];
  await shop.page.goto(demo.url('zuraw'));
  await openHelp(shop.page);
  await typeLetter(shop.page, { ...LETTER, subject: 'Kurier liczy się dwa razy' });
  const first = await send(shop.page);
  await shop.page.getByRole('button', { name: 'Nowe zgłoszenie' }).click();
  await typeLetter(shop.page, { ...LETTER, subject: 'Znowu kurier', description: 'Piszę jeszcze raz o kurierze.' });
  const second = await send(shop.page);

  const { page } = ola;
  await signIn(page, demo, 'ola', `#${second}`);
  await page.getByText('Piszę jeszcze raz o kurierze.').waitFor();
  await page.getByLabel('Treść odpowiedzi').fill('Już to sprawdzamy.');
  await page.getByRole('button', { name: 'Pozostałe działania' }).click();
  await page.getByRole('button', { name: 'Połącz…' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: `Połącz zgłoszenie ${second} z innym` });
  await dialog.waitFor();
  expect(await findings(page), 'merging').toEqual([]);
  await dialog.getByRole('radio', { name: /Kurier liczy się dwa razy/ }).press('Space');
  expect(await dialog.getByLabel('Numer zgłoszenia').inputValue()).toBe(first);
  await dialog.getByRole('checkbox', { name: 'Ta sama osoba' }).press('Space');
  await dialog.getByRole('button', { name: 'Połącz', exact: true }).press('Enter');

  await page.getByRole('heading', { name: 'Kurier liczy się dwa razy' }).waitFor();
  await page.getByText(`ze zgłoszenia ${second}`).waitFor();
  expect(page.url()).toContain(`#${first}`);
  expect(await page.getByLabel('Treść odpowiedzi').inputValue()).toBe('Już to sprawdzamy.');
  await page.getByRole('link', { name: 'Znowu kurier' }).waitFor({ state: 'detached' });
  await sendNow(page);
  await page.getByRole('listitem').getByText('Już to sprawdzamy.').waitFor();

  await shop.page.getByRole('button', { name: 'Moje zgłoszenia' }).click();
  for (const number of [first, second]) {
    await shop.page.getByRole('button', { name: new RegExp(`nr\\s${number}`) }).click();
    await shop.page.getByText('Piszę jeszcze raz o kurierze.').waitFor();
    await shop.page.getByText('Już to sprawdzamy.').waitFor();
    await shop.page.getByRole('button', { name: 'Wszystkie zgłoszenia' }).click();
  }
  for (const { complaints, end } of [ola, shop]) {
    expect(complaints.filter((complaint) => !/status of 401/.test(complaint))).toEqual([]);
    await end();
  }
});

test('a ticket of another shop is refused in words', async () => {
  const { page, end } = await demo.visit();
  const shop = await demo.visit();
  await shop.page.goto(demo.url('rowery'));
  await openHelp(shop.page);
  await typeLetter(shop.page, { ...LETTER, subject: 'Koła nie liczą się w koszyku' });
  const foreign = await send(shop.page);
  await signIn(page, demo, 'jan');
  await page.getByRole('link', { name: 'Plik CSV z hurtowni' }).click();
  await page.getByRole('button', { name: 'Pozostałe działania' }).click();
  await page.getByRole('button', { name: 'Połącz…' }).click();
  await page.getByLabel('Numer zgłoszenia, które zostanie').fill(foreign);
  await page.getByRole('button', { name: 'Połącz', exact: true }).click();
  await page.getByText('Łączyć można tylko zgłoszenia tego samego sklepu').waitFor();
  await end();
  await shop.end();
});
