import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, startDemo } from '../support/demo.ts';
import { deskUrl, numberOf, signIn } from '../support/desk-page.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();

/** What has the focus, by its id or by what it says; nothing when the focus is lost. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element && element !== document.body ? element.id || element.textContent : null;
  });

test('who leaves a ticket comes to its line, or to the list when it has none there', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola', `#${await numberOf(demo, 'Plik CSV z hurtowni')}`);
  await page.getByRole('heading', { name: 'Plik CSV z hurtowni' }).waitFor();
  await expect.poll(() => focused(page)).toBe('ticket-heading');
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toBe(`row-${await numberOf(demo, 'Plik CSV z hurtowni')}`);
  const answered = await numberOf(demo, 'Kolejność kategorii w menu');
  await page.goto(deskUrl(demo, `#${answered}`));
  await expect.poll(() => focused(page)).toBe('ticket-heading');
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toBe('desk-list');
  await end();
});

test('from a page the way back leads to the ticket that was open; on a phone to the list', async () => {
  const { page, end } = await demo.visit();
  const number = await numberOf(demo, 'Plik CSV z hurtowni');
  await signIn(page, demo, 'ola', `#${number}`);
  await page.getByRole('link', { name: 'Sklepy', exact: true }).click();
  await page.getByText('Rowery Koło').first().waitFor();
  const back = page.getByRole('navigation').getByRole('link', { name: 'Zgłoszenia', exact: true });
  await back.click();
  await page.getByText('Import 14 tys. pozycji').waitFor();
  expect(new URL(page.url()).hash).toBe(`#${number}`);
  await back.click();
  await page.getByText('Moje na dziś').waitFor();
  await page.goto(deskUrl(demo, `#${number}`));
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(deskUrl(demo, '#/shops'));
  await page.getByText('Rowery Koło').first().waitFor();
  await back.click();
  await page.getByRole('link', { name: 'Plik CSV z hurtowni' }).waitFor();
  await end();
});

test('the search begins anew with what was asked before marked, and clearing the filters leads to their button', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola');
  for (const asked of ['paczkomat', 'hurtowni']) {
    await page.keyboard.press('/');
    await page.keyboard.type(asked);
    await page.keyboard.press('Enter');
    await page.getByText('Szukano:').getByText(asked, { exact: true }).waitFor();
  }
  await button(page, 'Kolejka').click();
  await button(page, 'Filtry').click();
  expect(await page.getByRole('searchbox').inputValue()).toBe('');
  await page.getByRole('button', { name: 'e-mail', exact: true }).click();
  await page.getByText('Nowe zgłoszenia pojawią się na liście same.').waitFor();
  await button(page, 'Zdejmij filtr: e-mail').press('Enter');
  await expect.poll(() => focused(page)).toBe('filters-toggle');
  await end();
});

test('after a greeting the cursor stands under it, for the next text', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola', `#${await numberOf(demo, 'Plik CSV z hurtowni')}`);
  for (const text of ['Powitanie', 'Rozwiązane']) {
    await page.getByLabel('Treść odpowiedzi').focus();
    await button(page, /^Teksty/).click();
    await page.getByRole('button', { name: new RegExp(`^${text}`) }).click();
    await expect.poll(() => focused(page)).toBe('composer-text');
  }
  const paragraphs = (await page.getByLabel('Treść odpowiedzi').inputValue()).split('\n\n');
  expect(paragraphs).toEqual(['Dzień dobry,', expect.stringMatching(/^Sprawa jest rozwiązana/)]);
  await end();
});

test('who takes a ticket by its button stands at whom it belongs to', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola', `#${await numberOf(demo, 'Plik CSV z hurtowni')}`);
  await button(page, 'Weź').press('Enter');
  await expect.poll(() => focused(page)).toMatch(/^Ola Nowak/);
  await end();
});

test('from a list to one shop, through a package and a revoked secret, the focus is never lost', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola', '#/shops');
  await page.getByRole('link', { name: 'Rowery Koło' }).press('Enter');
  await page.getByRole('heading', { name: 'Rowery Koło' }).waitFor();
  await expect.poll(() => focused(page)).toBe('page-heading');
  await page.getByText('Nowy ostatni dzień').waitFor();
  await button(page, 'Dodaj pakiet').press('Enter');
  await page.getByText('Dodano.').waitFor();
  await expect.poll(() => focused(page)).toBe('Dodaj następny pakiet');
  await button(page, /^Unieważnij/).press('Enter');
  await expect.poll(() => focused(page)).toBe('Nie');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Unieważnij');
  await page.keyboard.press('Enter');
  await button(page, 'Tak, unieważnij').press('Enter');
  await expect.poll(() => focused(page)).toBe('shop-secrets');
  await button(page, 'Zgłoszenia tego sklepu').press('Enter');
  await expect.poll(() => focused(page)).toBe('desk-list');
  await page.goto(deskUrl(demo, '#/settings'));
  await button(page, /^Usuń: Wtorek/).press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Dodaj godziny: Wtorek');
  await end();
});

test('a notice is published and solved without losing the focus, and what ended it is gone at once', async () => {
  const { page, complaints, end } = await demo.visit();
  await signIn(page, demo, 'ola', '#/incidents');
  await page.getByRole('link', { name: 'Nowy komunikat' }).or(button(page, 'Nowy komunikat')).first().press('Enter');
  await expect.poll(() => focused(page)).toBe('page-heading');
  await page.getByLabel('Tytuł', { exact: true }).fill('Poczta nie wychodzi');
  await page.getByLabel('Co się dzieje').fill('Pracujemy nad tym.');
  await button(page, 'Opublikuj').press('Enter');
  await page.getByRole('heading', { name: 'Poczta nie wychodzi' }).waitFor();
  await expect.poll(() => focused(page)).toBe('page-heading');
  await page.getByLabel('Odpowiedź dla wszystkich').fill('Poczta znów wychodzi.');
  await button(page, 'Rozwiąż i odpowiedz wszystkim').press('Enter');
  await button(page, 'Zamknij problem').press('Enter');
  await page.getByText('Poczta znów wychodzi.').waitFor();
  await expect.poll(() => focused(page)).toBe('incident-title');
  expect(await page.getByRole('button', { name: 'Zakończ bez odpowiedzi' }).count()).toBe(0);
  // The way to something of the same number on another page asks for nothing of this one.
  await page.goto(deskUrl(demo, '#/shops/2'));
  await page.getByText('Skąd ostatni dzień pomocy').waitFor();
  expect(complaints.filter((one) => !one.includes('status of 401'))).toEqual([]);
  await end();
});

test('the first stop of the keyboard leads past the top, and shows itself there', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola');
  const skip = button(page, 'Przejdź do treści');
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.locator('body').press('Tab');
  for (let presses = 0; presses < 30 && (await focused(page)) !== 'Przejdź do treści'; presses++) {
    await page.keyboard.press('Shift+Tab');
  }
  expect((await skip.boundingBox())?.height).toBeGreaterThanOrEqual(24);
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('desk-main');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toMatch(/^Kolejka/);
  expect((await skip.boundingBox())?.height).toBe(1);
  await end();
});

test('single letters can be turned off, also where the question mark is not shown, and stay off on this machine', async () => {
  const { page, end } = await demo.visit({ viewport: { width: 390, height: 844 } });
  await signIn(page, demo, 'jan');
  await button(page, /^Konto:/).press('Enter');
  await button(page, 'Klawisze').last().press('Enter');
  await page.getByLabel('Pojedyncze litery są skrótami').press('Space');
  await button(page, 'Zamknij').press('Enter');
  await page.reload();
  await page.getByText('Na żywo').waitFor();
  await page.keyboard.press('p');
  await page.keyboard.press('?');
  expect([page.url().includes('phone'), await page.getByRole('dialog').count()]).toEqual([false, 0]);
  await end();
});
