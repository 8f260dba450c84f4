import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PNG } from '../support/customer.ts';
import { type Demo, LETTER, openHelp, send, startDemo, typeLetter } from '../support/demo.ts';
import { deskUrl, leaveAs, numberOf, sendNow, signIn } from '../support/desk-page.ts';
import { findings } from '../support/findings.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

test('a ticket of a panel arrives live, is taken, answered once, read, replied to, solved, and in the report', async () => {
  const [ola, jan, shop] = [await demo.visit(), await demo.visit(), await demo.visit()];
  await Promise.all([signIn(ola.page, demo, 'ola'), signIn(jan.page, demo, 'jan')]);
  const subject = 'Kurier liczy się dwa razy';

  await shop.page.goto(demo.url('zuraw'));
  await openHelp(shop.page);
  await typeLetter(shop.page, { ...LETTER, subject });
  const number = await send(shop.page);

  const row = ola.page.getByRole('link', { name: subject });
  await row.waitFor();
  await expect(ola.page.getByText(`Nowe zgłoszenie: ${subject}`).textContent()).resolves.toBeTruthy();
  await row.click();
  await ola.page.getByText(LETTER.description).waitFor();
  await ola.page.getByRole('button', { name: 'Weź' }).click();
  await ola.page.getByRole('button', { name: 'Przypisane do: Ola Nowak' }).waitFor();
  await jan.page.getByRole('link', { name: subject }).getByText('Ola Nowak').waitFor();

  // Jan opens it too: each sees the other, and Ola sees him write.
  await jan.page.getByRole('link', { name: subject }).click();
  await jan.page.getByText('Ola Nowak ogląda zgłoszenie').waitFor();
  await jan.page.getByLabel('Treść odpowiedzi').fill('Dzień dobry, sprawdzimy to jutro.');
  await ola.page.getByText('Jan Kos pisze odpowiedź…').waitFor();

  await ola.page.getByLabel('Treść odpowiedzi').fill('Proszę wyłączyć drugą strefę dostawy.');
  await sendNow(ola.page);
  await ola.page.getByRole('listitem').getByText('Proszę wyłączyć drugą strefę').waitFor();

  // Jan is warned before he answers twice, and refused when he tries; his text stays.
  await jan.page.getByText('W trakcie pisania przyszła nowa wiadomość').waitFor();
  await jan.page.getByText('Przyszła, gdy odpowiedź była pisana').waitFor();
  await sendNow(jan.page);
  await jan.page.getByText('Nie wysłano: w rozmowie jest nowa wiadomość').waitFor();
  expect(await jan.page.getByLabel('Treść odpowiedzi').inputValue()).toBe('Dzień dobry, sprawdzimy to jutro.');
  await jan.page.getByRole('button', { name: 'Wyślij mimo to' }).waitFor();
  await jan.page.getByLabel('Treść odpowiedzi').fill('');

  await shop.page.getByRole('button', { name: 'Moje zgłoszenia' }).click();
  await shop.page.getByRole('button', { name: new RegExp(subject) }).click();
  await shop.page.getByText('Proszę wyłączyć drugą strefę').waitFor();
  await ola.page.getByText('Przeczytane przez klienta').waitFor();
  await shop.page.getByLabel('Twoja wiadomość', { exact: true }).fill('Działa, dziękuję!');
  await shop.page.getByRole('button', { name: 'Wyślij wiadomość' }).click();

  await ola.page.getByText('Działa, dziękuję!').waitFor();
  await ola.page.getByLabel('Treść odpowiedzi').fill('Świetnie, zamykamy.');
  await leaveAs(ola.page, 'Rozwiązane');
  await sendNow(ola.page);
  await ola.page.getByRole('button', { name: 'Status: Rozwiązane' }).waitFor();
  await ola.page.getByRole('link', { name: subject }).waitFor({ state: 'detached' });
  await shop.page.getByText('Rozwiązane').first().waitFor();
  const { status } = await demo.store
    .selectFrom('tickets')
    .select('status')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  expect(status).toBe('solved');

  // It is in the report: what came, and that the promise was kept.
  await ola.page.getByRole('link', { name: 'Raporty' }).click();
  const list = ola.page.getByRole('link', { name: 'Lista zgłoszeń (CSV)' });
  await list.waitFor();
  const [download] = await Promise.all([ola.page.waitForEvent('download'), list.click()]);
  const lines = readFileSync((await download.path()) ?? '', 'utf8').split('\r\n');
  expect(lines.find((line) => line.includes(number))).toMatch(new RegExp(`;"Panel";.*;"${subject}";.*;\\d+;"tak"$`));
  for (const { complaints, end } of [ola, jan, shop]) {
    // The first says that nobody was signed in yet; the others that an answer was refused.
    expect(complaints.filter((complaint) => !/status of (401|409)/.test(complaint))).toEqual([]);
    await end();
  }
});

test('a whole answer by keyboard alone, from the list and back to it', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola');
  const number = await numberOf(demo, 'Plik CSV z hurtowni');
  const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
  await page.getByRole('link', { name: 'Plik CSV z hurtowni' }).waitFor();
  for (let presses = 0; presses < 20 && (await focused()) !== `row-${number}`; presses++) {
    await page.keyboard.press('j');
  }
  expect(await focused()).toBe(`row-${number}`);
  await page.keyboard.press('k');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByText('Import 14 tys. pozycji').waitFor();
  await expect.poll(focused).toBe('ticket-heading');
  await page.keyboard.press('a');
  await page.getByRole('button', { name: 'Przypisane do: Ola Nowak' }).waitFor();
  await page.keyboard.press('n');
  await page.keyboard.type('Nasz stary klient: jak zawsze nowa hurtownia.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Notatka wewnętrzna').waitFor();
  await expect.poll(focused).toBe('ticket-heading');
  await page.keyboard.press('r');
  await page.keyboard.type('Opis formatu jest w instrukcji, rozdział 4.');
  await sendNow(page);
  await page.getByRole('button', { name: 'Status: Oczekuje na odpowiedź klienta' }).waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Klawisze' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.keyboard.press('/');
  await page.keyboard.type(await numberOf(demo, 'Darmowa dostawa od 200 zł'));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Darmowa dostawa' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Moje na dziś' }).waitFor();
  const messages = await demo.store
    .selectFrom('messages')
    .select(['text', 'position'])
    .where('ticket_number', '=', number)
    .orderBy('id')
    .execute();
  expect(messages.slice(1)).toEqual([
    { text: 'Nasz stary klient: jak zawsze nowa hurtownia.', position: null },
    { text: 'Opis formatu jest w instrukcji, rozdział 4.', position: 2 },
  ]);
  await end();
});

test('an address that leads nowhere is said to, until another one is taken', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola', '#100003');
  const nothing = page.getByText('Pod tym adresem nic nie ma.');
  await nothing.waitFor();
  await page.locator('[data-number] a').first().press('Enter');
  await nothing.waitFor({ state: 'detached' });
  await end();
});

test('a draft survives a reload, and stays with its ticket', async () => {
  const { page, end } = await demo.visit();
  const number = await numberOf(demo, 'Nie można złożyć zamówienia');
  await signIn(page, demo, 'ola', `#${number}`);
  await page.getByLabel('Treść odpowiedzi').fill('Sprawdzamy bramkę płatności');
  await page.reload();
  await page.getByText('Dotyczy wszystkich płatności').waitFor();
  expect(await page.getByLabel('Treść odpowiedzi').inputValue()).toBe('Sprawdzamy bramkę płatności');
  await page.getByRole('button', { name: 'Wszystkie', exact: true }).click();
  await page.getByRole('link', { name: 'Kolejność kategorii w menu' }).first().click();
  await page.getByText('Nowe kategorie pojawiają się').waitFor();
  expect(await page.getByLabel('Treść odpowiedzi').inputValue()).toBe('');
  await page.goBack();
  await page.getByText('Dotyczy wszystkich płatności').waitFor();
  expect(await page.getByLabel('Treść odpowiedzi').inputValue()).toBe('Sprawdzamy bramkę płatności');
  await end();
});

test('two tabs on one ticket write one draft, and closing one loses nothing', async () => {
  const { page, end } = await demo.visit();
  const number = await numberOf(demo, 'Darmowa dostawa od 200 zł');
  await signIn(page, demo, 'ola', `#${number}`);
  const other = await page.context().newPage();
  await other.goto(deskUrl(demo, `#${number}`));
  const [here, there] = [page.getByLabel('Treść odpowiedzi'), other.getByLabel('Treść odpowiedzi')];
  await there.waitFor();
  await here.fill('Dzień dobry,');
  await expect.poll(() => there.inputValue()).toBe('Dzień dobry,');
  await there.fill('Dzień dobry, próg ustawia się przy dostawie.');
  await expect.poll(() => here.inputValue()).toBe('Dzień dobry, próg ustawia się przy dostawie.');
  await other.close();
  await page.reload();
  await expect.poll(() => here.inputValue()).toBe('Dzień dobry, próg ustawia się przy dostawie.');
  await here.fill('');
  await end();
});

test('one press on the demo’s index signs in; signing out ends it', async () => {
  const { page, end } = await demo.visit();
  await page.goto(`http://localhost:${demo.port}/demo/`);
  await page.getByRole('button', { name: 'Wejdź jako Jan Kos' }).click();
  await page.getByText('Na żywo').waitFor();
  expect(page.url()).toBe(deskUrl(demo));
  await page.getByRole('button', { name: 'Konto: Jan Kos' }).click();
  await page.getByRole('button', { name: 'Wyloguj', exact: true }).click();
  await page.getByRole('button', { name: 'Zaloguj się' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Zaloguj się' }).waitFor();
  await end();
});

test('over plain http on another host the door says why nobody can come in', async () => {
  const { page, end } = await demo.visit();
  await page.goto(`http://desk.test:${demo.port}/desk/`);
  await page.getByText('Tu nie można się zalogować').waitFor();
  expect(await page.getByLabel('Hasło').count()).toBe(0);
  await end();
});

test('wrong passwords are said to be wrong, and after five when to come again', async () => {
  const { page, end } = await demo.visit();
  await page.goto(deskUrl(demo));
  await page.getByLabel('E-mail').fill('ktos@pomoc.example');
  const press = async () => {
    await page.getByLabel('Hasło').fill('nie to');
    const answered = page.waitForResponse('**/api/desk/session');
    await page.getByRole('button', { name: 'Zaloguj się' }).click();
    await answered;
  };
  await press();
  await page.getByText('E-mail lub hasło się nie zgadza.').waitFor();
  for (let tries = 0; tries < 5; tries++) await press();
  await page.getByText('Za dużo prób. Następna będzie możliwa za 15 minut.').waitFor();
  await page.route('**/api/desk/session', (route) => route.abort());
  await page.getByRole('button', { name: 'Zaloguj się' }).click();
  await page.getByText('Brak połączenia z serwisem').waitFor();
  await end();
});

test('the desk speaks English when it is asked to, and remembers', async () => {
  const { page, end } = await demo.visit();
  await page.goto(deskUrl(demo));
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  await end();
});

test('a picture is drawn small, whole on a press, and never loaded; any file is a download under its name', async () => {
  const { page, complaints, end } = await demo.visit();
  const number = await numberOf(demo, 'Klienci nie dostają maili z potwierdzeniem');
  const { store } = demo;
  const { id: message_id } = await store
    .selectFrom('messages')
    .select('id')
    .where('ticket_number', '=', number)
    .executeTakeFirstOrThrow();
  const created_at = '2026-11-22T09:00:00.000Z' as const;
  const bytes = PNG.length;
  const file = { owner: 'token:x', shop_id: 1, type: 'image/png', bytes, received: bytes, created_at, message_id };
  const upload = { ...file, id: 'a'.repeat(22), name: 'zrzut ekranu.png', place: 0 };
  await store.insertInto('uploads').values(upload).execute();
  await store.insertInto('upload_parts').values({ upload_id: upload.id, part: 0, content: PNG }).execute();
  await signIn(page, demo, 'jan', `#${number}`);
  await page.locator('.thumbnail canvas:not([hidden])').waitFor();
  await page.getByRole('button', { name: 'Pokaż obraz zrzut ekranu.png' }).click();
  const whole = page.getByRole('img', { name: 'zrzut ekranu.png' });
  await whole.waitFor();
  expect(await whole.evaluate((canvas) => (canvas as HTMLCanvasElement).width)).toBe(1);
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await whole.waitFor({ state: 'detached' });
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Pobierz zrzut ekranu.png' }).click();
  expect((await downloading).suggestedFilename()).toBe('zrzut ekranu.png');
  expect(await page.locator('img, iframe, object').count()).toBe(0);
  expect(complaints.filter((complaint) => !/status of 401/.test(complaint))).toEqual([]);
  await end();
});

test('what a ticket says is found by its words, and a shop by its name', async () => {
  const { page, complaints, end } = await demo.visit();
  await signIn(page, demo, 'ola');
  await page.keyboard.press('/');
  await page.keyboard.type('hurtowni');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Plik CSV z hurtowni' }).waitFor();
  expect(await findings(page)).toEqual([]);
  await page.getByRole('searchbox').fill('zuraw');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Księgarnia Żuraw' }).click();
  await page.getByRole('heading', { name: 'Wszystkie zgłoszenia' }).waitFor();
  const shops = await page.locator('.row-shop').allTextContents();
  expect(shops.length).toBeGreaterThan(0);
  expect(new Set(shops)).toEqual(new Set(['Księgarnia Żuraw']));
  await page.getByRole('searchbox').fill('niczego-takiego-nie-ma');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Nic nie ma pod „niczego-takiego-nie-ma”' }).waitFor();
  expect(complaints.filter((complaint) => !complaint.includes('401'))).toEqual([]);
  await end();
});
