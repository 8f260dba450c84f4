import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addIncident } from '../../src/incidents/add-incident.ts';
import { type Demo, openHelp, send, startDemo, topicOf } from '../support/demo.ts';
import { deskUrl, signIn } from '../support/desk-page.ts';
import { findings } from '../support/findings.ts';
import { HOSTILE_STRINGS } from '../support/hostile-strings.ts';
import { LOOKS } from '../support/looks.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const TITLE = 'Koszyk nie liczy dostawy';
const SOLUTION = 'Poprawka jest w wersji 10.5.1. Dziękujemy za zgłoszenie.';
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Complaints that are not about a session that is not there yet. */
const others = (complaints: string[]) => complaints.filter((complaint) => !/status of 401/.test(complaint));

test('an incident is announced, joined by an owner, and solved for all at once; a shop of another version never hears of it', async () => {
  const [ola, shop, other] = [await demo.visit(), await demo.visit(), await demo.visit()];
  await signIn(ola.page, demo, 'ola', '#/incidents');
  await button(ola.page, 'Nowy komunikat').click();
  await ola.page.getByLabel('Tytuł', { exact: true }).fill(TITLE);
  await ola.page.getByLabel('Co się dzieje').fill('Pracujemy nad poprawką.');
  await ola.page.getByLabel('Od wersji').fill('10.4');
  await ola.page.getByLabel('Do wersji').fill('10.5');
  await button(ola.page, 'Opublikuj').click();
  await ola.page.getByRole('heading', { name: TITLE }).waitFor();

  await other.page.goto(demo.url('smaki'));
  await openHelp(other.page);
  await other.page.getByText('Co dzieje się z danymi?').waitFor();
  expect(await other.page.getByText(TITLE).count()).toBe(0);

  await shop.page.goto(demo.url('zuraw'));
  await openHelp(shop.page);
  await button(shop.page, `Mnie też dotyczy: ${TITLE}`).click();
  expect(await shop.page.getByLabel('Tytuł').inputValue()).toBe(TITLE);
  expect(await shop.page.getByLabel('Co się dzieje?').inputValue()).toBe('Ten problem dotyczy też mojego sklepu.');
  expect(await topicOf(shop.page)).toContain('Codzienna praca');
  await shop.page.getByText('To zgłoszenie dołączymy do tego problemu.').waitFor();
  expect(await findings(shop.page), 'joined').toEqual([]);
  await shop.page.goto(demo.url('zuraw', 'pomoc.php')); // what was joined is kept with the draft
  await shop.page.getByText('To zgłoszenie dołączymy do tego problemu.').waitFor();
  await shop.page.getByLabel('Twój e-mail').fill('biuro@sklep.pl');
  const number = await send(shop.page);

  await ola.page.getByRole('link', { name: new RegExp(number) }).waitFor();
  await ola.page.goto(deskUrl(demo, `#${number}`));
  await ola.page.getByText('Znany problem:').waitFor();
  await ola.page.getByRole('link', { name: TITLE, exact: true }).click();

  await ola.page.getByLabel('Odpowiedź dla wszystkich').fill(SOLUTION);
  await button(ola.page, 'Rozwiąż i odpowiedz wszystkim').click();
  await ola.page.getByText('Odpowiedź dostanie 1 zgłoszenie.').waitFor();
  expect(await findings(ola.page), 'the question before solving').toEqual([]);
  await button(ola.page, 'Odpowiedz: 1 zgłoszenie').click();
  await ola.page.getByText('Odpowiedź jest już w 1 z 1 zgłoszenia.').waitFor();
  await ola.page.getByText('Rozwiązane', { exact: true }).waitFor();

  await button(shop.page, 'Moje zgłoszenia').click();
  await shop.page.getByRole('button', { name: new RegExp(`nr\\s${number}`) }).click();
  await shop.page.getByText(SOLUTION).waitFor();
  await shop.page.getByText('Rozwiązane').first().waitFor();
  for (const { complaints, end } of [ola, shop, other]) {
    expect(others(complaints)).toEqual([]);
    await end();
  }
});

test('a ticket is linked by hand, by keyboard alone; an incident solved meanwhile takes none, and says so', async () => {
  const now = Temporal.Now.instant();
  const words = { kind: 'incident', title: 'Wolny panel', text: 'Sprawdzamy.', english: null } as const;
  const when = { since: now.subtract({ hours: 1 }), until: null, fromVersion: null, toVersion: null };
  const added = await addIncident(demo.store, { ...words, ...when }, 'operator', now);
  const { page, complaints, end } = await demo.visit();
  await signIn(page, demo, 'jan');
  await page.getByRole('link', { name: 'Plik CSV z hurtowni' }).click();
  await button(page, 'Pozostałe działania').press('Enter');
  await button(page, 'Znany problem').press('Enter');
  await button(page, 'Wolny panel').waitFor();
  expect(await findings(page), 'incidents to link to').toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText('Znany problem:').waitFor();
  await button(page, 'Pozostałe działania').press('Enter');
  await button(page, 'Znany problem').press('Enter');
  await button(page, 'Odłącz od problemu').press('Enter');
  await page.getByText('Znany problem:').waitFor({ state: 'detached' });

  await button(page, 'Pozostałe działania').click();
  await button(page, 'Znany problem').click();
  await button(page, 'Wolny panel').waitFor();
  const solved = { solved_at: now.toString({ smallestUnit: 'millisecond' }), solution: 'Już działa.' };
  const id = added.outcome === 'added' ? added.id : 0;
  await demo.store.updateTable('notices').set(solved).where('id', '=', id).execute();
  await button(page, 'Wolny panel').click();
  await page.getByText('Ten problem jest już rozwiązany').waitFor();
  expect(complaints.filter((complaint) => !/status of (401|409)/.test(complaint))).toEqual([]);
  await end();
});

test.each(LOOKS)(
  'axe finds nothing: list, new incident, one incident; $colorScheme, $viewport.width px',
  async (look) => {
    const { page, end } = await demo.visit(look);
    await signIn(page, demo, 'ola', '#/incidents');
    await page.getByText('Wolny panel').waitFor();
    expect(await findings(page), 'list').toEqual([]);
    await button(page, 'Nowy komunikat').click();
    await page.getByLabel('Tytuł', { exact: true }).fill('Przerwa');
    await button(page, 'Opublikuj').click();
    await page.getByText('Treść ma mieć od 1 do 1000 znaków.').waitFor();
    expect(await findings(page), 'new incident').toEqual([]);
    await page.getByRole('link', { name: 'Wszystkie komunikaty' }).click();
    await page.getByRole('link', { name: new RegExp(TITLE) }).click();
    await page.getByRole('heading', { name: TITLE }).waitFor();
    expect(await findings(page), 'one that is solved').toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(look.viewport.width);
    await end();
  },
);

test('hostile strings as title, text, solution and subject stay text, on the page and in the panel', async () => {
  const { page, complaints, end } = await demo.visit();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const texts = HOSTILE_STRINGS.filter((text) => text.trim() !== '' && text.length <= 20_000 && text.isWellFormed());
  const all = texts.join('\n');
  const at = Temporal.Now.instant().toString({ smallestUnit: 'millisecond' });
  const row = { kind: 'incident', since: at, until: null, from_version: null, to_version: null } as const;
  // More than 200 incidents at once are not listed; the text holds all of them.
  const [first = '', ...rest] = texts.filter((text, index) => index % 3 === 0 && text.length <= 500);
  const words = { title: first, text: all, title_en: first, text_en: all, solution: all, solved_at: at };
  const { id } = await demo.store
    .insertInto('notices')
    .values({ ...row, ...words })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const title of rest) {
    await demo.store
      .insertInto('notices')
      .values({ ...row, title, text: title })
      .execute();
  }
  const subject = '<img src=x onerror=alert(1)><script>alert(2)</script>';
  await demo.store.updateTable('tickets').set({ notice_id: id, linked_at: 1, subject }).execute();
  await demo.store.updateTable('shops').set({ shop_name: '<svg onload=alert(3)>' }).execute();

  await signIn(page, demo, 'ola', `#/incidents/${id}`);
  await page.getByRole('heading', { name: first }).waitFor();
  await page.getByText('Po angielsku').click();
  const said = await page
    .locator('.page .said')
    .evaluateAll((letters) => letters.map(({ textContent }) => textContent));
  expect(said).toEqual([all, all, all]);
  await page.getByRole('link', { name: subject }).first().waitFor();
  await page.getByRole('link', { name: 'Wszystkie komunikaty' }).click();
  await page.getByRole('heading', { name: 'Trwają' }).waitFor();
  await page.locator('.incident-list strong').first().waitFor();
  const titles = await page
    .locator('.incident-list strong')
    .evaluateAll((all) =>
      all.map(({ textContent, childElementCount }) => (childElementCount === 0 ? textContent : 'markup')),
    );
  expect(titles).toEqual(expect.arrayContaining(rest));
  const strangers = await page.locator('iframe, object, embed, base, img, style, svg [onload], math').count();
  expect(strangers).toBe(0);

  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  await page
    .getByText(rest[0] ?? '', { exact: true })
    .first()
    .waitFor();
  expect(dialogs).toEqual([]);
  expect(others(complaints)).toEqual([]);
  await end();
});
