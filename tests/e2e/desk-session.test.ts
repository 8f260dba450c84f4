import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_AGENTS } from '../../demo-shop-panel/seed-agents.ts';
import { type Demo, startDemo } from '../support/demo.ts';
import { door, leaveAs, numberOf, signIn, signInAgain } from '../support/desk-page.ts';
import { findings } from '../support/findings.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const endSessions = () => demo.store.deleteFrom('agent_sessions').execute();

test('a reply sent when the session is over goes as it was meant, once its writer is back', async () => {
  const { page, end } = await demo.visit();
  const number = await numberOf(demo, 'Darmowa dostawa od 200 zł');
  await signIn(page, demo, 'ola', `#${number}`);
  await page.getByLabel('Treść odpowiedzi').fill('Próg ustawia się przy każdej dostawie osobno.');
  await leaveAs(page, 'Rozwiązane');
  await page.getByLabel('Treść odpowiedzi').press('Control+Shift+Enter');
  await button(page, /^Wyślij teraz/).waitFor();
  await endSessions();
  // What the desk asks for by itself may have shown the door already, which covers the button.
  await button(page, /^Wyślij teraz/).dispatchEvent('click');
  await door(page).waitFor();
  const inField = () => page.evaluate(() => document.activeElement?.getAttribute('name'));
  await expect.poll(inField).toBe('password');
  expect(await door(page).getByLabel('E-mail').inputValue()).toBe(DEMO_AGENTS.ola.email);
  expect(await findings(page)).toEqual([]);
  for (const key of ['Escape', 'Escape', 'Escape']) await page.keyboard.press(key);
  await expect.poll(inField).toBe('password');
  await signInAgain(page, DEMO_AGENTS.ola);
  await page.getByRole('listitem').getByText('Próg ustawia się').waitFor();
  await expect.poll(() => page.getByLabel('Treść odpowiedzi').inputValue()).toBe('');
  const { status, message_count } = await demo.store
    .selectFrom('tickets')
    .select(['status', 'message_count'])
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  expect([status, message_count]).toEqual(['solved', 2]);
  await end();
});

test('what is typed on a page is there when its writer is back, and the focus where it was; whoever else comes sees none of it', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola', '#/settings');
  const phone = page.getByLabel('Telefon');
  const shown = await phone.inputValue();
  await phone.fill('+48 22 765 43 21');
  await endSessions();
  await phone.press('Enter');
  await signInAgain(page, DEMO_AGENTS.ola);
  expect(await phone.inputValue()).toBe('+48 22 765 43 21');
  await expect.poll(() => phone.evaluate((field) => field === document.activeElement)).toBe(true);
  await endSessions();
  await phone.press('Enter');
  await signInAgain(page, DEMO_AGENTS.jan);
  await expect.poll(() => phone.inputValue()).toBe(shown);
  await page.getByRole('button', { name: 'Konto: Jan Kos' }).waitFor();
  await end();
});

test('who signs in in one tab is let in at the doors of the others', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'jan');
  await endSessions();
  // What the desk asks for by itself may have shown the door already, which covers the list.
  await page.getByRole('link', { name: 'Plik CSV z hurtowni' }).dispatchEvent('click');
  await door(page).waitFor();
  const other = await page.context().newPage();
  await signIn(other, demo, 'jan');
  await other.close();
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await door(page).waitFor({ state: 'detached' });
  await end();
});

test('signing out without a connection says that nobody is signed out', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'jan');
  await page.context().setOffline(true);
  await button(page, 'Konto: Jan Kos').click();
  await button(page, 'Wyloguj').click();
  await page.getByText('Nie udało się wylogować').waitFor();
  await page.context().setOffline(false);
  await button(page, 'Wyloguj').click();
  await button(page, 'Zaloguj się').waitFor();
  await end();
});
