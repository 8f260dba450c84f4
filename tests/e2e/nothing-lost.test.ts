import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Demo,
  LETTER,
  openHelp,
  type PanelName,
  receiptNumber,
  send,
  signOutOfPanel,
  startDemo,
  topicOf,
  typeLetter,
} from '../support/demo.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

async function ticketsAbout(subject: string): Promise<number> {
  return (await demo.store.selectFrom('tickets').select('number').where('subject', '=', subject).execute()).length;
}

test('a page load in mid-typing brings back the drawer and every letter, and leaves the focus alone', async () => {
  const { page, end } = await demo.visit();
  await page.goto(demo.url('rowery'));
  await openHelp(page);
  await typeLetter(page, LETTER);
  await page.getByLabel('Tytuł').press('End');
  await page.getByLabel('Tytuł').pressSequentially(' – w połowie zdan');
  await page.goto(demo.url('rowery', 'sprzedaz/zamowienia.php'));
  await page.getByText('Pomoc do').waitFor();
  expect(await page.getByLabel('Tytuł').inputValue()).toBe(`${LETTER.subject} – w połowie zdan`);
  expect(await page.getByLabel('Co się dzieje?').inputValue()).toBe(LETTER.description);
  expect(await topicOf(page)).toContain('Konfiguracja');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  await end();
});

test('the drawer that came back knows its entry: that says so, and gets the focus when the drawer closes', async () => {
  const { page, end } = await demo.visit();
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  await page.goto(demo.url('zuraw', 'sprzedaz/zamowienia.php'));
  await page.getByRole('dialog').waitFor();
  expect(await page.locator('#PomocOnline').getAttribute('aria-expanded')).toBe('true');
  await page.getByLabel('Co się dzieje?').focus();
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('PomocOnline');
  expect(await page.locator('#PomocOnline').getAttribute('aria-expanded')).toBe('false');
  await end();
});

/** The help in two tabs of one panel: where it is open in one, the next one opens it by itself. */
async function twoTabs(panel: PanelName) {
  const { page, end } = await demo.visit();
  await page.goto(demo.url(panel));
  await openHelp(page);
  const other = await page.context().newPage();
  await other.goto(demo.url(panel));
  await other.getByText('Pomoc do').waitFor();
  return { page, other, end };
}

test('what is typed in one tab stands in the other, and goes on there', async () => {
  const { page, other, end } = await twoTabs('zuraw');
  await page.getByLabel('Co się dzieje?').pressSequentially('Zaczęte tutaj');
  await expect.poll(() => other.getByLabel('Co się dzieje?').inputValue()).toBe('Zaczęte tutaj');
  await other.getByLabel('Co się dzieje?').press('End');
  await other.getByLabel('Co się dzieje?').pressSequentially(', dokończone tam');
  await expect.poll(() => page.getByLabel('Co się dzieje?').inputValue()).toBe('Zaczęte tutaj, dokończone tam');
  await end();
});

test('two tabs with different texts keep both, over page loads, and either can be taken up anywhere', async () => {
  const { page, other, end } = await twoTabs('rowery');
  await page.getByLabel('Co się dzieje?').fill('Pierwsza sprawa');
  await expect.poll(() => other.getByLabel('Co się dzieje?').inputValue()).toBe('Pierwsza sprawa');
  await other.getByLabel('Co się dzieje?').fill('Zupełnie inna sprawa');
  await other.getByLabel('Co się dzieje?').pressSequentially(', dalej');
  for (const tab of [page, other]) {
    await tab.goto(demo.url('rowery', 'sprzedaz/zamowienia.php'));
    await tab.getByText('Pomoc do').waitFor();
  }
  await expect.poll(() => page.getByLabel('Co się dzieje?').inputValue()).toBe('Pierwsza sprawa');
  expect(await other.getByLabel('Co się dzieje?').inputValue()).toBe('Zupełnie inna sprawa, dalej');

  await page.close();
  await other.getByText('Jest też inny szkic').waitFor();
  await other.getByRole('button', { name: 'Pokaż go tutaj' }).click();
  await expect.poll(() => other.getByLabel('Co się dzieje?').inputValue()).toBe('Pierwsza sprawa');
  await other.getByRole('button', { name: 'Pokaż go tutaj' }).click();
  await expect.poll(() => other.getByLabel('Co się dzieje?').inputValue()).toBe('Zupełnie inna sprawa, dalej');
  await end();
});

test('sent in one tab it leaves the form of the other', async () => {
  const { page, other, end } = await twoTabs('zuraw');
  await typeLetter(page, LETTER);
  await expect.poll(() => other.getByLabel('Co się dzieje?').inputValue()).toBe(LETTER.description);
  await send(page);
  await expect.poll(() => other.getByLabel('Co się dzieje?').inputValue()).toBe('');
  await end();
});

/** What stands in a ticket's thread, from the first message on. */
async function threadOf(number: string): Promise<string[]> {
  const rows = await demo.store
    .selectFrom('messages')
    .select('text')
    .where('ticket_number', '=', number)
    .orderBy('id')
    .execute();
  return rows.map(({ text }) => text);
}

test.each([
  ['never arrived: the changed text is the ticket', false, ['Poprawiony opis']],
  [
    'had arrived, its answer lost: the change is a message in its thread',
    true,
    [LETTER.description, 'Poprawiony opis'],
  ],
])('a text changed while it waits, that %s', async (_what, arrives, thread) => {
  const { page, end } = await demo.visit();
  const subject = `Poprawka, ${arrives}`;
  await page.route('**/api/v1/tickets', async (route) => {
    if (arrives && route.request().method() === 'POST') await route.fetch();
    await route.abort('connectionreset');
  });
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  await typeLetter(page, { ...LETTER, subject });
  await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click();
  await page.getByText('próbujemy dalej').waitFor();
  await page.getByRole('button', { name: 'Popraw treść' }).click();
  await page.getByText('Poprzednia wersja mogła już dotrzeć').waitFor();
  expect(await page.getByLabel('Tytuł').inputValue()).toBe(subject);
  await page.getByLabel('Co się dzieje?').fill('Poprawiony opis');
  await page.unroute('**/api/v1/tickets');
  const number = await send(page);
  expect(await ticketsAbout(subject)).toBe(1);
  expect(await threadOf(number)).toEqual(thread);
  await end();
});

test('on a phone the drawer comes back as a button that covers nothing', async () => {
  const { page, end } = await demo.visit({ viewport: { width: 390, height: 844 } });
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  await typeLetter(page, LETTER);
  await page.reload();
  await page.getByRole('button', { name: 'Wróć do zgłoszenia' }).click();
  expect(await page.getByLabel('Co się dzieje?').inputValue()).toBe(LETTER.description);
  await end();
});

test('a receipt stays until somebody goes on from it, also over a page load', async () => {
  const { page, end } = await demo.visit();
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  await typeLetter(page, LETTER);
  const number = await send(page);
  await page.goto(demo.url('zuraw', 'sprzedaz/zamowienia.php'));
  expect(await receiptNumber(page)).toBe(number);
  await page.getByRole('button', { name: 'Nowe zgłoszenie' }).click();
  expect(await page.getByLabel('Twój e-mail').inputValue()).toBe('biuro@sklep.pl');
  await page.reload();
  await page.getByText('Pomoc do').waitFor();
  expect(await page.getByLabel('Co się dzieje?').inputValue()).toBe('');
  await end();
});

test('an answer that got lost is asked for again: one ticket, its number shown', async () => {
  const { page, end } = await demo.visit();
  const subject = 'Odpowiedź zginęła po drodze';
  let lost = 0;
  await page.route('**/api/v1/tickets', async (route) => {
    const response = await route.fetch();
    if (route.request().method() !== 'POST' || lost === 2) return route.fulfill({ response });
    lost += 1;
    return lost === 1 ? route.abort('connectionreset') : route.fulfill({ status: 200, body: '<html>proxy</html>' });
  });
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  await typeLetter(page, { ...LETTER, subject });
  await send(page);
  expect(lost).toBe(2);
  expect(await ticketsAbout(subject)).toBe(1);
  await end();
});

test('sent without a network and taken up by the next page: one ticket', async () => {
  const { page, end } = await demo.visit();
  const subject = 'Bez sieci';
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  await typeLetter(page, { ...LETTER, subject });
  await page.route('**/api/v1/tickets', (route) => route.abort('internetdisconnected'));
  await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click();
  await page.getByText('Treść jest zapisana').waitFor();
  expect(await ticketsAbout(subject)).toBe(0);
  await page.unroute('**/api/v1/tickets');
  await page.goto(demo.url('zuraw', 'sprzedaz/zamowienia.php'));
  await receiptNumber(page);
  expect(await ticketsAbout(subject)).toBe(1);
  await end();
});

test('a panel that replaces its body keeps the drawer and what was typed', async () => {
  const { page, end } = await demo.visit();
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  await typeLetter(page, LETTER);
  await page.evaluate(() => {
    const body = document.createElement('body');
    body.textContent = 'nowa treść';
    document.body.replaceWith(body);
  });
  await page.getByRole('dialog').waitFor();
  expect(await page.getByLabel('Co się dzieje?').inputValue()).toBe(LETTER.description);
  await end();
});

test('an outage left from an earlier page asks before it goes, also when the network comes back', async () => {
  const { page, end } = await demo.visit();
  const subject = 'Awaria sprzed chwili';
  await page.route('**/api/v1/tickets', (route) => route.abort('internetdisconnected'));
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  await typeLetter(page, { ...LETTER, topic: 'outage', subject });
  await page.getByRole('checkbox', { name: 'Panel nie działa' }).check();
  await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click();
  await page.getByText('Treść jest zapisana').waitFor();
  await page.reload();
  await page.getByText('Czy awaria nadal trwa?').waitFor();
  await page.unroute('**/api/v1/tickets');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await page.waitForLoadState('networkidle');
  expect(await ticketsAbout(subject)).toBe(0);
  await page.getByRole('button', { name: 'Wyślij teraz' }).click();
  await receiptNumber(page);
  expect(await ticketsAbout(subject)).toBe(1);
  await end();
});

test('sent before the panel was known, and taken up by its home page', async () => {
  const { page, end } = await demo.visit();
  const subject = 'Numer wpisany z ręki';
  await signOutOfPanel(page);
  await page.goto(demo.url('smaki', 'sprzedaz/zamowienia.php'));
  await page.locator('#PomocOnline').click();
  await page.getByLabel('Numer pomocy technicznej').fill('Hh2PvN6s');
  await page.getByLabel('Adres sklepu').fill('to nie adres');
  await page.keyboard.press('Enter');
  await page.getByText('Podaj adres').waitFor();
  expect(await page.getByLabel('Numer pomocy technicznej').inputValue()).toBe('Hh2PvN6s');
  await page.getByLabel('Adres sklepu').fill(`http://smaki.localhost:${demo.port}`);
  await page.keyboard.press('Enter');
  await page.getByText('Pomoc do').waitFor();
  await typeLetter(page, { ...LETTER, subject });
  await page.route('**/api/v1/tickets', (route) => route.abort('internetdisconnected'));
  await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click();
  await page.getByText('Treść jest zapisana').waitFor();
  await page.unroute('**/api/v1/tickets');
  await page.goto(demo.url('smaki'));
  await receiptNumber(page);
  expect(await ticketsAbout(subject)).toBe(1);
  await end();
});
