import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addIncident } from '../../src/incidents/add-incident.ts';
import { endIncident } from '../../src/incidents/end-incident.ts';
import { type Demo, LETTER, openHelp, send, startDemo, topicOf, typeLetter } from '../support/demo.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Everything axe finds on the page and in the drawer, as rule and place. */
async function findings(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: AXE });
  const results = await page.evaluate(() =>
    (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  );
  return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

/** The label of the field, or the words of what has the focus in the drawer. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement?.shadowRoot?.activeElement as HTMLInputElement | null | undefined;
    return (element?.labels?.[0] ?? element)?.textContent?.trim() ?? '';
  });
}

async function messagesOf(number: string): Promise<string[]> {
  const rows = await demo.store
    .selectFrom('messages')
    .select('text')
    .where('ticket_number', '=', number)
    .orderBy('position')
    .execute();
  return rows.map(({ text }) => text);
}

test('the rule is said while it is written, a password never leaves, and a second ticket becomes a reply', async () => {
  const { page, complaints, end } = await demo.visit();
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.postData() ?? ''));
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  await page.getByLabel('Co się dzieje?').fill('Import staje na wierszu 3217. Sprawdzicie, co jest nie tak w pliku?');
  await page.getByLabel('Tytuł').fill('Plik CSV z hurtowni');
  await page.getByText('Czy to „Sprawdzenie pliku CSV lub XML”?').waitFor();
  expect(await focused(page)).toBe('Tytuł');
  expect(await findings(page), 'a topic outside support').toEqual([]);
  await button(page, 'Tak, to ten temat').click();
  await expect.poll(() => topicOf(page)).toContain('Sprawdzenie pliku');
  expect(await focused(page)).toBe('Zmień');

  await page.getByLabel('Co się dzieje?').press('End');
  await page.getByLabel('Co się dzieje?').pressSequentially(' Hasło do FTP: Zuraw2024!');
  await page.getByText('„Z••••••••!” wygląda na hasło.').waitFor();
  expect(await findings(page), 'a password').toEqual([]);
  await button(page, 'Usuń z tekstu').click();
  await expect.poll(() => page.getByLabel('Co się dzieje?').inputValue()).toMatch(/Hasło do FTP: \[hasło usunięte\]$/);
  expect(await focused(page)).toBe('Co się dzieje?');
  await page.getByLabel('Twój e-mail').fill('biuro@sklep.pl');
  const number = await send(page);
  expect((await messagesOf(number))[0]).toMatch(/Hasło do FTP: \[hasło usunięte\]$/);
  expect(sent.filter((body) => body.includes('Zuraw2024!'))).toEqual([]);

  await button(page, 'Nowe zgłoszenie').click();
  await page.getByLabel('Co się dzieje?').fill('Teraz staje na wierszu 12.');
  await page.getByLabel('Tytuł').fill('Plik CSV z hurtowni, drugi raz');
  await page.getByText(new RegExp(`Podobne zgłoszenie wysłano dziś o\\s.*${number}`)).waitFor();
  expect(await findings(page), 'a similar ticket').toEqual([]);
  await button(page, 'Dopisz do zgłoszenia').click();
  const reply = page.getByLabel('Twoja wiadomość');
  await expect.poll(() => reply.inputValue()).toBe('Plik CSV z hurtowni, drugi raz\n\nTeraz staje na wierszu 12.');
  await page.goto(demo.url('zuraw', 'sprzedaz/zamowienia.php')); // the form has let go of it, the thread has it
  await button(page, 'Nowe zgłoszenie').click(); // the drawer came back on the thread
  await expect.poll(() => page.getByLabel('Co się dzieje?').inputValue()).toBe('');
  await button(page, 'Moje zgłoszenia').click();
  await page.getByRole('button', { name: new RegExp(`nr\\s${number}`) }).click();
  await button(page, 'Wyślij wiadomość').click();
  await expect.poll(() => messagesOf(number)).toHaveLength(2);
  expect((await messagesOf(number))[1]).toContain('Teraz staje na wierszu 12.');
  expect(complaints).toEqual([]);
  await end();
});

test('a notice stands above the form until it is hidden, on later pages too; the promise stands by the button', async () => {
  const now = Temporal.Now.instant();
  const words = { title: 'Przerwa w płatnościach', text: 'Operator płatności ma awarię.', english: null };
  const when = { since: now.subtract({ hours: 1 }), until: null, fromVersion: null, toVersion: null };
  const added = await addIncident(demo.store, { kind: 'incident', ...words, ...when }, 'operator', now);
  const { page, complaints, end } = await demo.visit();
  await page.goto(demo.url('rowery'));
  await openHelp(page);
  await page.getByText('Operator płatności ma awarię.').waitFor();
  await page.getByText(/^Od: \p{L}+, \d+ \p{L}+, \d+:\d\d$/u).waitFor();
  await page.getByText(/^Odpowiemy najpóźniej we?\s\p{L}+ \d+\s\p{L}+ o\s\d+:\d\d, zwykle/u).waitFor();
  expect(await findings(page), 'a notice').toEqual([]);
  await button(page, 'Ukryj: Przerwa w płatnościach').click();
  expect(await page.getByText('Operator płatności ma awarię.').count()).toBe(0);
  expect(await focused(page)).toBe('Co się dzieje?');
  await page.goto(demo.url('rowery', 'pomoc.php'));
  await page.getByText(/^Odpowiemy najpóźniej/).waitFor();
  expect(await page.getByText('Operator płatności ma awarię.').count()).toBe(0);
  expect(complaints).toEqual([]);
  if (added.outcome === 'added') await endIncident(demo.store, added.id, 'operator', now);
  await end();
});

test('the rules of support are a press away, and so is the way back to where one was', async () => {
  const { page, complaints, end } = await demo.visit();
  await page.goto(demo.url('smaki'));
  await openHelp(page);
  await typeLetter(page, LETTER);
  await button(page, 'Zasady pomocy').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Zasady pomocy' }).waitFor();
  await expect.poll(() => focused(page)).toBe('Zasady pomocy');
  await page.getByText('Konfiguracja i opcje sklepu').waitFor();
  await page.getByText('nie obejmuje sprawdzania plików').waitFor();
  expect(await page.getByText('+48 22 123 45 67').count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Strona na czas awarii' }).getAttribute('href')).toMatch(/\/awaria$/);
  expect(await findings(page), 'the rules').toEqual([]);
  await page.keyboard.press('Tab');
  await button(page, 'Wróć do zgłoszenia').press('Enter');
  await expect.poll(() => focused(page)).toBe('Zasady pomocy');
  expect(await page.getByLabel('Co się dzieje?').inputValue()).toBe(LETTER.description);
  expect(complaints).toEqual([]);
  await end();
});
