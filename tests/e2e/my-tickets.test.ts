import type { Page, Route } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aMinuteLater, answer, statusOf } from '../support/answers.ts';
import { type Demo, LETTER, openHelp, send, shopIsLearned, startDemo, typeLetter } from '../support/demo.ts';
import { findings } from '../support/findings.ts';
import { focused, tabTo } from '../support/keyboard.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

async function textsOf(number: string): Promise<string[]> {
  const rows = await demo.store
    .selectFrom('messages')
    .select('text')
    .where('ticket_number', '=', number)
    .orderBy('position')
    .execute();
  return rows.map(({ text }) => text);
}

test('a fresh computer of a shop that signs has the number on its first page, and asks four times in the minute', async () => {
  const owner = await demo.visit();
  await owner.page.goto(demo.url('zuraw'));
  const number = await sendAndSee(owner.page, 'Świeży komputer');
  await owner.end();
  await answer(demo, number, 'Już działa.');

  const { page, end } = await demo.visit();
  const entry = page.locator('#PomocOnline');
  const isNumbered = () =>
    expect.poll(() => entry.getAttribute('aria-label')).toBe('POMOC ONLINE, 1\u00a0nowa odpowiedź');
  // Nothing of this page says which shop it is.
  await page.goto(demo.url('zuraw', 'sprzedaz/zamowienia.php'));
  await isNumbered();
  expect(await page.title()).toMatch(/^\(1\) ./);
  await page.goto(demo.url('zuraw'));
  await shopIsLearned(page);

  const asked: string[] = [];
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname
      .replace(/^\/panel\/\w+/, '/panel/…')
      .replace(/^.*pomoc-token$/, '/token');
    if (/^\/(pomoc\.js|panel|token|api)/.test(path)) asked.push(`${request.method()} ${path}`);
  });
  await aMinuteLater(demo, page, 'zuraw', 'sprzedaz/zamowienia.php');
  await isNumbered();
  expect(asked).toEqual(['GET /pomoc.js', 'GET /panel/….js', 'GET /token', 'POST /api/v1/unread']);

  // The next page shows it at once, and asks nobody within the minute.
  asked.length = 0;
  await page.goto(demo.url('zuraw', 'produkty/produkty.php'));
  await isNumbered();
  expect(asked).toEqual(['GET /pomoc.js', 'GET /panel/….js']);
  await entry.click();
  await page.getByRole('listitem').getByText('Już działa.').waitFor();
  await expect.poll(() => entry.getAttribute('aria-label')).toBeNull();
  expect(await page.title()).not.toContain('(1)');
  await end();
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Sends a ticket of this subject and goes from its receipt to its thread. */
async function sendAndSee(page: Page, subject: string): Promise<string> {
  await openHelp(page);
  await typeLetter(page, { ...LETTER, subject });
  const number = await send(page);
  await button(page, 'Zobacz zgłoszenie').click();
  await page.getByRole('heading', { name: subject }).waitFor();
  return number;
}

test('an answer arrives in the thread that is open, and as a number on the entry of another browser of the shop', async () => {
  const owner = await demo.visit();
  const colleague = await demo.visit();
  await owner.page.goto(demo.url('zuraw'));
  await colleague.page.goto(demo.url('zuraw'));
  const subject = 'Dwie przeglądarki, jeden sklep';
  const number = await sendAndSee(owner.page, subject);

  await openHelp(colleague.page);
  await button(colleague.page, 'Moje zgłoszenia').click();
  await colleague.page.getByText('Wszystkie zgłoszenia tego sklepu.').waitFor();
  await colleague.page.getByRole('button', { name: subject }).waitFor();
  await colleague.page.keyboard.press('Escape');

  const typed = owner.page.getByLabel('Twoja wiadomość');
  await typed.fill('Piszę, a tu przychodzi');
  await typed.focus();
  await answer(demo, number, 'Próg jest w zakładce „Wysyłki”.');
  await owner.page.getByText('Próg jest w zakładce „Wysyłki”.').waitFor({ timeout: 6000 });
  await owner.page.getByText('Przyszła nowa odpowiedź: Anna z pomocy').waitFor();
  expect(await typed.inputValue()).toBe('Piszę, a tu przychodzi');
  expect(await typed.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element)).toBe(true);

  // The owner has seen it: for nobody of the shop it is new. The next one is, for whoever does not look.
  await owner.page.keyboard.press('Escape');
  await answer(demo, number, 'I jeszcze jedno.');
  await aMinuteLater(demo, colleague.page, 'zuraw', 'sprzedaz/zamowienia.php');
  const entry = colleague.page.locator('#PomocOnline');
  await expect.poll(() => entry.getAttribute('aria-label')).toBe('POMOC ONLINE, 1\u00a0nowa odpowiedź');
  expect(await colleague.page.title()).toMatch(/^\(1\) ./);
  await entry.click(); // with a number on it, it leads to the answers: here to the one thread that has some
  await colleague.page.getByText('I jeszcze jedno.').waitFor();
  await expect.poll(() => entry.getAttribute('aria-label')).toBeNull();
  expect(await colleague.page.title()).not.toContain('(1)');

  await colleague.page.getByLabel('Twoja wiadomość').fill('Działa, dziękujemy.');
  await button(colleague.page, 'Wyślij wiadomość').click();
  await colleague.page.getByRole('listitem').getByText('Działa, dziękujemy.').waitFor();
  await button(colleague.page, 'Oznacz jako rozwiązane').click();
  await button(colleague.page, 'Otwórz ponownie').waitFor();
  expect(await statusOf(demo, number)).toBe('solved');
  await colleague.page.getByLabel('Twoja wiadomość').fill('Jednak nie.');
  await button(colleague.page, 'Wyślij wiadomość').click();
  await button(colleague.page, 'Oznacz jako rozwiązane').waitFor();
  expect(await statusOf(demo, number)).toBe('in-progress');
  expect((await textsOf(number)).slice(-2)).toEqual(['Działa, dziękujemy.', 'Jednak nie.']);
  expect([...owner.complaints, ...colleague.complaints]).toEqual([]);
  await owner.end();
  await colleague.end();
});

test('what we solved is asked about: it did not help, and the ticket is open again; then it did, with the text typed', async () => {
  const { page, complaints, end } = await demo.visit();
  await page.goto(demo.url('zuraw'));
  const number = await sendAndSee(page, 'Pomogło czy nie');
  const question = page.getByRole('group', { name: 'Czy to pomogło?' });
  expect(await question.count()).toBe(0);
  await answer(demo, number, 'Ustaw próg w zakładce „Wysyłki”.', 'solved');
  await question.waitFor();
  expect(await findings(page)).toEqual([]);

  await button(page, 'Jeszcze nie').click();
  await page.getByText('Napisz, co nadal nie działa.').waitFor();
  expect(await focused(page)).toBe('Twoja wiadomość');
  await page.keyboard.type('Próg jest, a dostawa nadal płatna.');
  await page.getByRole('status').getByText('W trakcie').waitFor();
  expect(await statusOf(demo, number)).toBe('in-progress');
  await button(page, 'Wyślij wiadomość').click();
  await page.getByRole('listitem').getByText('Próg jest, a dostawa').waitFor();

  await answer(demo, number, 'Teraz powinno działać.');
  await question.waitFor();
  await page.getByLabel('Twoja wiadomość').fill('Tak, działa. Dziękuję!');
  await question.waitFor({ state: 'detached' });
  await button(page, 'Wyślij i oznacz jako rozwiązane').click();
  await page.getByText('Cieszymy się, że pomogło.').waitFor();
  await page.getByRole('listitem').getByText('Tak, działa.').waitFor();
  expect(await page.getByLabel('Twoja wiadomość').inputValue()).toBe('');
  expect(await statusOf(demo, number)).toBe('solved');
  const { helped } = await demo.store
    .selectFrom('tickets')
    .select('helped')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  expect(helped).toBe('yes');
  await button(page, 'Otwórz ponownie').waitFor();
  expect(complaints).toEqual([]);
  await end();
});

test('a reply is written once, though no answer comes, the page is left and the browser comes back', async () => {
  const { page, end } = await demo.visit();
  await page.goto(demo.url('rowery'));
  const number = await sendAndSee(page, 'Odpowiedź przeżywa stronę');
  let eaten = 0;
  await page.route('**/messages', async (route) => {
    eaten += 1;
    if (eaten === 1) await route.fetch(); // it arrives, and its receipt does not
    await route.abort().catch(() => {}); // the page may be gone
  });
  await page.getByLabel('Twoja wiadomość').fill('Tylko raz');
  await button(page, 'Wyślij wiadomość').click();
  await expect.poll(() => eaten).toBeGreaterThan(0);
  await page.unroute('**/messages');
  await page.goto(demo.url('rowery', 'pomoc.php'));
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).join())).not.toContain('pomoc.replies');
  expect(await textsOf(number)).toEqual([LETTER.description, 'Tylko raz']);
  await end();
});

test('a page load brings back the thread and the reply being typed, and leaves the focus to the page', async () => {
  const { page, end } = await demo.visit();
  // The panel starts before the service has recognised the shop: what is kept until then is kept for the whole origin.
  const holdBack = async (route: Route) => {
    await page.getByLabel('Co się dzieje?').waitFor();
    await route.continue();
  };
  await page.route('**/shop-status', holdBack, { times: 1 });
  await page.goto(demo.url('smaki'));
  const subject = 'Szkic odpowiedzi';
  await sendAndSee(page, subject);
  await page.getByLabel('Twoja wiadomość').pressSequentially('Niedokończone zdan');
  await page.goto(demo.url('smaki', 'pomoc.php'));
  await page.getByRole('heading', { name: subject }).waitFor();
  await expect.poll(() => page.getByLabel('Twoja wiadomość').inputValue()).toBe('Niedokończone zdan');
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await end();
});

test('a panel that signs nothing shows what this browser sent, and says so', async () => {
  const { page, complaints, end } = await demo.visit();
  await page.route('**/pomoc-token', (route) =>
    route.fulfill({ body: '<h1>Zaloguj się</h1>', contentType: 'text/html' }),
  );
  await page.goto(demo.url('smaki'));
  await sendAndSee(page, 'Tylko z tej przeglądarki');
  await button(page, 'Wszystkie zgłoszenia').click();
  await page.getByText('Widać tylko zgłoszenia wysłane z tej przeglądarki.').waitFor();
  expect(await page.getByRole('listitem').getByRole('button').count()).toBe(1);
  expect(complaints).toEqual([]);
  await end();
});

test('what is kept of a session is nothing', async () => {
  const { page, end } = await demo.visit();
  await page.goto(demo.url('zuraw'));
  const opened = page.waitForResponse('**/api/v1/session');
  await openHelp(page);
  await button(page, 'Moje zgłoszenia').click();
  const { session } = (await (await opened).json()) as { session: string };
  await page.getByText('Wszystkie zgłoszenia tego sklepu.').waitFor();
  expect(session).toMatch(/^s_/);
  const { cookies, origins } = await page.context().storageState({ indexedDB: true });
  expect(JSON.stringify([cookies, origins])).not.toContain(session);
  await end();
});

test('by keyboard alone: from the entry to the thread, a reply, solved, and back to a new ticket', async () => {
  const sender = await demo.visit();
  await sender.page.goto(demo.url('smaki'));
  const subject = 'Klawiaturą do wątku';
  const number = await sendAndSee(sender.page, subject);
  await sender.end();

  const { page, complaints, end } = await demo.visit();
  await page.goto(demo.url('smaki'));
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('pomoc.facts')));
  await tabTo(page, 'POMOC ONLINE');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Co się dzieje?');
  await tabTo(page, 'Moje zgłoszenia');
  await page.keyboard.press('Enter');
  await page.getByText('Wszystkie zgłoszenia tego sklepu.').waitFor();
  expect(await focused(page)).toBe('Moje zgłoszenia');
  await tabTo(page, subject);
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toMatch(/^(?:Zgłoszenie nr\s\d+|Klawiaturą do wątku)$/);
  await page.getByText(LETTER.description).waitFor();
  await tabTo(page, 'Twoja wiadomość');
  await page.keyboard.type('pierwsza');
  await page.keyboard.press('Enter');
  await page.keyboard.type('druga');
  await tabTo(page, 'Wyślij wiadomość');
  await page.keyboard.press('Enter');
  await expect.poll(() => textsOf(number)).toContain('pierwsza\ndruga');
  // The service has it; the page learns so a moment later, and takes no other press before.
  await page.getByRole('button', { name: 'Oznacz jako rozwiązane', disabled: false }).waitFor();
  await tabTo(page, 'Oznacz jako rozwiązane');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Otwórz ponownie');
  expect(await statusOf(demo, number)).toBe('solved');
  await tabTo(page, 'Nowe zgłoszenie');
  await page.keyboard.press('Enter');
  await page.getByLabel('Co się dzieje?').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toContain('POMOC ONLINE');
  expect(complaints).toEqual([]);
  await end();
});

test('a page load brings the list back too; on a phone a button, which says when an answer came', async () => {
  const { page, end } = await demo.visit({ viewport: { width: 390, height: 844 } });
  await page.goto(demo.url('rowery'));
  const number = await sendAndSee(page, 'Z telefonu');
  await demo.store.updateTable('tickets').set({ customer_seen: 99 }).where('number', '!=', number).execute();
  await button(page, 'Moje zgłoszenia').click();
  await page.getByRole('heading', { name: 'Moje zgłoszenia' }).waitFor();
  await answer(demo, number, 'Na telefon');
  await aMinuteLater(demo, page, 'rowery', 'pomoc.php');
  await page.getByRole('button', { name: /^Wróć do zgłoszenia 1\snowa odpowiedź$/ }).click();
  await page.getByRole('button', { name: /Z telefonu.*1\snowa odpowiedź/ }).waitFor();
  await end();
});

test('the number on the entry leads to the one thread that was answered', async () => {
  const { page, end } = await demo.visit();
  await page.goto(demo.url('rowery'));
  const number = await sendAndSee(page, 'Prosto do wątku');
  await demo.store.updateTable('tickets').set({ customer_seen: 99 }).where('number', '!=', number).execute();
  await page.keyboard.press('Escape');
  await answer(demo, number, 'Tędy');
  await aMinuteLater(demo, page, 'rowery', 'pomoc.php');
  await page.locator('#PomocOnline[aria-label]').click();
  await page.getByText('Tędy').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('#PomocOnline').click();
  await page.getByRole('heading', { name: 'Prosto do wątku' }).waitFor();
  await end();
});
