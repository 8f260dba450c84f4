import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_AGENTS } from '../../demo-shop-panel/seed-agents.ts';
import { MOST_MACROS } from '../../src/contract/desk/change-macro.ts';
import { type Demo, openHelp, startDemo } from '../support/demo.ts';
import { deskUrl, numberOf, sendNow, signIn, signInAgain } from '../support/desk-page.ts';
import { findings } from '../support/findings.ts';
import { HOSTILE_STRINGS } from '../support/hostile-strings.ts';
import { LOOKS } from '../support/looks.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

/** Goes to another place of the desk without loading the page anew. */
async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

/** What the console may say: that nobody was signed in yet, or is any more, and that a change was refused. */
const unexpected = (complaints: string[]) =>
  complaints.filter((complaint) => !/status of (401|403|409)/.test(complaint));

test('a text that one agent writes is found, put in and sent by another, with the status it asks for', async () => {
  const [ola, jan] = [await demo.visit(), await demo.visit()];
  const number = await numberOf(demo, 'Plik CSV z hurtowni');
  await signIn(jan.page, demo, 'jan', `#${number}`);
  await signIn(ola.page, demo, 'ola', '#/macros');
  await ola.page.getByRole('button', { name: 'Nowy tekst' }).click();
  await ola.page.keyboard.type('Podział pliku');
  await ola.page.getByLabel('Treść').fill('Prosimy podzielić plik, sklep ma wersję ');
  await ola.page.getByRole('button', { name: /^\{wersja\} –/ }).click();
  await ola.page.keyboard.type('. {agent}');
  await ola.page.getByText('Prosimy podzielić plik, sklep ma wersję 10.4.2. Ola Nowak').waitFor();
  await ola.page.getByLabel('Status po wysłaniu').selectOption('solved');
  await ola.page.keyboard.press('Control+Enter');
  await ola.page.getByRole('button', { name: 'Edytuj: Podział pliku' }).waitFor();

  await jan.page.getByLabel('Treść odpowiedzi').focus();
  await jan.page.getByRole('button', { name: 'Teksty' }).click();
  await jan.page.keyboard.type('podzial');
  await jan.page.getByRole('button', { name: /^Podział pliku/ }).waitFor();
  await jan.page.keyboard.press('Enter');
  const answer = jan.page.getByLabel('Treść odpowiedzi');
  await expect.poll(() => answer.inputValue()).toBe('Prosimy podzielić plik, sklep ma wersję 10.4.2. Jan Kos');
  await jan.page.getByRole('button', { name: 'Potem: Rozwiązane' }).waitFor();
  await sendNow(jan.page);
  await jan.page.getByRole('button', { name: 'Status: Rozwiązane' }).waitFor();
  await jan.page.getByLabel('Treść odpowiedzi').focus();
  await jan.page.getByRole('button', { name: 'Potem: Czeka na klienta' }).waitFor();
  for (const { complaints, end } of [ola, jan]) {
    expect(unexpected(complaints)).toEqual([]);
    await end();
  }
});

test('what an admin sets a shop sees with its next page; another agent sees who set it, and why he cannot', async () => {
  const [ola, jan, shop] = [await demo.visit(), await demo.visit(), await demo.visit()];
  await signIn(ola.page, demo, 'ola', '#/settings');
  await ola.page.getByRole('button', { name: 'Dodaj godziny: Sobota' }).click();
  await ola.page.getByText('pon.–sob. 8:00–16:00').waitFor();
  const hours = ola.page.getByRole('region', { name: 'Godziny pracy' });
  await hours.getByRole('button', { name: 'Zapisz' }).click();
  await hours.getByText('Zapisano.').waitFor();
  const contacts = ola.page.getByRole('region', { name: /^Kontakt/ });
  await contacts.getByLabel('E-mail pomocy').fill('help@shopgold.pl');
  await contacts.getByRole('button', { name: 'Zapisz' }).click();
  await contacts.getByText('Zapisano.').waitFor();
  await ola.page.getByRole('cell', { name: 'pon.–sob. 8:00–16:00' }).waitFor();

  const answered = shop.page.waitForResponse(/\/shop-status$/);
  await shop.page.goto(demo.url('zuraw'));
  await openHelp(shop.page);
  expect(await (await answered).json()).toMatchObject({
    opening: { text: 'pon.–sob. 8:00–16:00' },
    contacts: { email: 'help@shopgold.pl' },
  });
  const loader = await shop.page.request.get(`http://localhost:${demo.port}/pomoc.js`);
  expect(await loader.text()).toContain('help@shopgold.pl');

  await signIn(jan.page, demo, 'jan', '#/settings');
  await jan.page.getByText('Ustawienia zmienia administrator').waitFor();
  await jan.page
    .getByText(/Ostatnia zmiana: .*, Ola Nowak/)
    .first()
    .waitFor();
  expect(await jan.page.getByRole('button', { name: 'Zapisz' }).count()).toBe(0);
  for (const { complaints, end } of [ola, jan, shop]) {
    expect(unexpected(complaints)).toEqual([]);
    await end();
  }
});

test('a session that is ended elsewhere leads to the door; a new password ends the others', async () => {
  const [here, there] = [await demo.visit(), await demo.visit()];
  await signIn(here.page, demo, 'jan', '#/sessions');
  await signIn(there.page, demo, 'jan');
  await go(here.page, '');
  await go(here.page, '/sessions');
  await here.page
    .getByRole('button', { name: /^Zakończ sesję: Chrome/ })
    .first()
    .click();
  await here.page.getByText('Sesja zakończona.').waitFor();
  await go(there.page, '/sessions');
  await signInAgain(there.page, DEMO_AGENTS.jan);

  await here.page.getByLabel('Obecne hasło').fill('nie to hasło');
  await here.page.getByLabel('Nowe hasło', { exact: true }).fill('zielony czajnik');
  await here.page.getByLabel('Nowe hasło jeszcze raz').fill('zielony czajnik');
  await here.page.keyboard.press('Enter');
  await here.page.getByText('Obecne hasło się nie zgadza.').waitFor();
  await here.page.getByLabel('Obecne hasło').fill(DEMO_AGENTS.jan.password);
  await here.page.keyboard.press('Enter');
  await here.page.getByText('Hasło zmienione. Pozostałe sesje są zakończone.').waitFor();
  await go(there.page, '/macros');
  await signInAgain(there.page, { ...DEMO_AGENTS.jan, password: 'zielony czajnik' });
  await go(there.page, '/sessions');
  await there.page.getByRole('heading', { name: 'Otwarte sesje' }).waitFor();

  await there.page.getByRole('button', { name: 'Wyloguj wszędzie' }).click();
  await there.page.getByRole('button', { name: 'Zaloguj się' }).waitFor();
  await go(here.page, '/macros');
  await here.page.getByRole('button', { name: 'Zaloguj się' }).waitFor();
  for (const { complaints, end } of [here, there]) {
    expect(unexpected(complaints)).toEqual([]);
    await end();
  }
});

test.each(LOOKS)('axe finds nothing on the three pages; $colorScheme, $viewport.width px', async (look) => {
  const { page, end } = await demo.visit(look);
  await signIn(page, demo, 'ola', '#/macros');
  await page.getByText('Powitanie', { exact: true }).waitFor();
  expect(await findings(page), 'texts').toEqual([]);
  await page.getByRole('button', { name: 'Edytuj: Sprawdzamy' }).click();
  await page.getByLabel('Treść').fill('{cena}');
  await page.getByText('Nie ma takiej zmiennej').waitFor();
  await page.getByLabel('Tytuł').fill('');
  await page.getByRole('button', { name: 'Zapisz' }).click();
  await page.getByText('Tytuł to jeden wiersz').waitFor();
  expect(await findings(page), 'a text that is written').toEqual([]);
  await page.getByRole('button', { name: 'Odrzuć' }).click();
  await go(page, '/settings');
  await page.getByLabel('E-mail pomocy').fill('pomoc');
  await page
    .getByRole('region', { name: /^Kontakt/ })
    .getByRole('button', { name: 'Zapisz' })
    .click();
  await page.getByText('To nie jest adres e-mail.').waitFor();
  expect(await findings(page), 'settings').toEqual([]);
  await go(page, '/sessions');
  await page.getByText('ta sesja').waitFor();
  await page.getByRole('button', { name: 'Zmień hasło' }).click();
  await page.getByText('Wpisz obecne hasło.').waitFor();
  expect(await findings(page), 'sessions').toEqual([]);
  await end();
});

test('hostile titles, texts and contacts stay text, where they are written and where they are put in', async () => {
  const texts = HOSTILE_STRINGS.filter((text) => text.trim() !== '' && text.length <= 5000 && text.isWellFormed());
  const row = { status: null, version: 1, archived_at: null, changed_by: null, changed_at: null };
  const { store } = demo;
  await store.deleteFrom('macros').execute();
  const shown = texts.slice(0, MOST_MACROS);
  for (const [index, text] of shown.entries()) {
    const macro = { ...row, id: `m_${index}`, title: text, text, position: index };
    await store.insertInto('macros').values(macro).execute();
  }
  const phone = '"><script>alert(1)</script>';
  const changed = { changed_by: '<img src=x onerror=alert(1)>', changed_at: '2026-11-22T09:00:00.000Z' };
  await store.deleteFrom('settings').execute();
  await store
    .insertInto('settings')
    .values({ name: 'phone', value: phone, ...changed })
    .execute();
  const { page, complaints, end } = await demo.visit();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await signIn(page, demo, 'ola', '#/macros');
  await page
    .locator('.macro')
    .nth(shown.length - 1)
    .waitFor();
  const titles = await page
    .locator('.macro strong')
    .evaluateAll((all) => all.map((one) => ({ text: one.textContent, children: one.childElementCount })));
  expect(titles).toEqual(shown.map((text) => ({ text, children: 0 })));
  await page
    .getByRole('button', { name: /^Edytuj/ })
    .first()
    .click();
  await page.getByLabel('Treść').waitFor();
  await go(page, '/settings');
  await expect.poll(() => page.getByLabel('Telefon na awarie').inputValue()).toBe(phone);
  await page.getByText(changed.changed_by).first().waitFor();
  await go(page, await numberOf(demo, 'Kolejność kategorii w menu'));
  await page.getByLabel('Treść odpowiedzi').focus();
  await page.getByRole('button', { name: 'Teksty' }).click();
  const first = page.locator('.macros section button').first();
  await first.waitFor();
  expect(await first.getAttribute('title')).toBe(shown[0]);
  await first.click();
  await expect.poll(() => page.getByLabel('Treść odpowiedzi').inputValue()).toContain(shown[0]);
  expect(await page.locator('iframe, object, embed, base, form[action], img, style, math, template').count()).toBe(0);
  expect([dialogs, unexpected(complaints)]).toEqual([[], []]);
  await end();
});

test('the desk’s address of a page leads there after signing in', async () => {
  const { page, end } = await demo.visit();
  await page.goto(deskUrl(demo, '#/macros'));
  await page.getByLabel('E-mail').fill(DEMO_AGENTS.ola.email);
  await page.getByLabel('Hasło').fill(DEMO_AGENTS.ola.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Gotowe teksty' }).waitFor();
  await expect.poll(() => page.title()).toContain('Gotowe teksty');
  await end();
});
