import type { BrowserContextOptions, Page, Route } from 'playwright';
import type { ShopStatus } from '../../src/contract/shops/shop-status.ts';
import { aMinuteLater, answer, askedJustNow } from './answers.ts';
import { chooseTopic, type Demo, LETTER, openHelp, send, typeLetter } from './demo.ts';
import { copyPicture, dragOver } from './pictures.ts';

/** Looks at the page while the widget stands in the state of this name. */
export type See = (page: Page, state: string) => Promise<void>;

/** Long words and many of them: what breaks a layout that fits only its samples. */
const LONG_LETTER = {
  ...LETTER,
  subject: 'Zamówienie-bez-potwierdzenia-płatności-przelewy24-2026-11-23',
  description: `Po zapłacie:\nhttps://www.ksiegarnia-zuraw.pl/zamowienie_potwierdzenie.php?${'sesja=0123456789'.repeat(6)}\nnic się nie dzieje.`,
};

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** A question that gets no answer as long as the page lives. */
const never = () => {};

/** A page load brings the drawer back; on a phone the entry does. */
async function reload(page: Page): Promise<void> {
  await page.reload();
  if ((page.viewportSize()?.width ?? 0) <= 600) await page.locator('#PomocOnline').click();
}

const cut = (route: Route) => route.abort().catch(never);

/**
 * Shows every state of the widget, one after another, as real presses and answers bring them about, and lets each be
 * looked at: a check that is written once then holds everywhere.
 * @param options of the browser: size, colours
 */
export async function tour(demo: Demo, options: BrowserContextOptions, see: See): Promise<void> {
  await showTicket(demo, options, see);
  await showTrouble(demo, options, see);
  await showLists(demo, options, see);
}

/** A ticket from the first word to its solution, with everything that can stand in its form. */
async function showTicket(demo: Demo, options: BrowserContextOptions, see: See): Promise<void> {
  const { page, end } = await demo.visit(options);
  await page.goto(demo.url('zuraw'));
  await page.locator('#PomocOnline').waitFor();
  await see(page, 'closed');
  await openHelp(page);
  await see(page, 'form');
  await button(page, 'Wyślij zgłoszenie').click();
  await page.getByText('Napisz, co się dzieje.').waitFor();
  await see(page, 'errors');
  await chooseTopic(page, 'N8');
  await page.getByText('nie obejmuje sprawdzania plików').waitFor();
  await see(page, 'topic outside support');
  await chooseTopic(page, 'outage');
  await page.getByRole('checkbox', { name: 'Panel nie działa' }).check();
  await page.getByLabel('Telefon do kontaktu').waitFor();
  await see(page, 'outage');

  await typeLetter(page, LONG_LETTER);
  await button(page, 'Informacje techniczne').click();
  await button(page, 'Kopiuj informacje').waitFor();
  await see(page, 'technical information');
  await page.getByLabel('Dołącz informacje techniczne').uncheck();
  await copyPicture(page);
  await page.getByLabel('Co się dzieje?').press('ControlOrMeta+V');
  await page.getByLabel('Co się dzieje?').press('ControlOrMeta+V');
  await button(page, /Wyżej/).waitFor();
  await see(page, 'files');
  await button(page, /Zasłoń lub zaznacz/)
    .first()
    .click();
  await page.getByRole('heading', { name: 'Obraz do zgłoszenia' }).waitFor();
  await see(page, 'editor');
  await page.getByRole('img', { name: 'Obraz z zaznaczeniami' }).scrollIntoViewIfNeeded();
  await dragOver(page, [0.1, 0.1], [0.4, 0.4]);
  await button(page, 'Usuń zaznaczenie').waitFor();
  await see(page, 'editor with a mark');
  await button(page, 'Zapisz obraz').click();
  await page.getByRole('heading', { name: 'Obraz do zgłoszenia' }).waitFor({ state: 'detached' });

  await page.route('**/uploads/*', never);
  await button(page, 'Wyślij zgłoszenie').click();
  await page.getByRole('progressbar').first().waitFor();
  await see(page, 'files on their way');
  await button(page, /Przerwij/).click();
  await page.getByText('Wysyłanie przerwane').waitFor();
  await see(page, 'not sent');
  await page.unroute('**/uploads/*');
  const number = await send(page);
  await see(page, 'receipt');

  await button(page, 'Zobacz zgłoszenie').click();
  await button(page, /Pobierz plik/)
    .first()
    .waitFor();
  await see(page, 'thread with files');
  await answer(demo, number, LONG_LETTER.description);
  await page.getByText('Przyszła nowa odpowiedź').waitFor();
  await see(page, 'thread with an answer');
  await button(page, 'Wyślij wiadomość').click();
  await page.getByText('Wpisz wiadomość.').waitFor();
  await see(page, 'empty reply');
  await page.route('**/messages', never);
  await page.getByLabel('Twoja wiadomość').fill('Dziękujemy, działa.');
  await button(page, 'Wyślij wiadomość').click();
  await page.getByText('Wysyłanie…').waitFor();
  await see(page, 'reply on its way');
  await page.keyboard.press('Escape');
  await answer(demo, number, 'Jeszcze jedno.');
  await aMinuteLater(demo, page, 'zuraw', 'pomoc.php');
  await page.locator('#PomocOnline[aria-label]').waitFor();
  await see(page, 'closed, an answer waits');
  // The entry leads into the thread; what comes once it is left is new in the list.
  await page.locator('#PomocOnline').click();
  await page.getByText('Jeszcze jedno.').waitFor();
  await see(page, 'thread from its first new answer');
  await button(page, 'Moje zgłoszenia').click();
  await page.getByRole('button', { name: number }).waitFor();
  await answer(demo, number, 'I jeszcze to.');
  await askedJustNow(page); // or the entry would lead into the thread
  await reload(page);
  const answered = page.getByRole('button', { name: number }).and(button(page, /nowa odpowiedź/));
  await answered.waitFor();
  await see(page, 'list with an answer');
  await end();
  // Another tour of the same shop begins with nothing unread.
  await demo.store.updateTable('tickets').set({ customer_seen: 99 }).where('number', '=', number).execute();
}

/** What is seen when the shop has no support, is not known, or nobody answers. */
async function showTrouble(demo: Demo, options: BrowserContextOptions, see: See): Promise<void> {
  const { page, end } = await demo.visit(options);
  await page.addInitScript(() => {
    Math.random = () => 0; // no pause between two tries
  });
  await page.route('**/shop-status', cut);
  await page.goto(demo.url('rowery'));
  await page.locator('#PomocOnline').click();
  await page.getByText('Nie udało się sprawdzić okresu pomocy').waitFor();
  await see(page, 'shop not asked for');
  await page.route('**/shop-status', never);
  await reload(page);
  await page.getByText('Sprawdzamy okres pomocy…').waitFor();
  await see(page, 'asking for the shop');
  for (const [state, words] of Object.entries(WITHOUT_SUPPORT)) {
    await page.route('**/shop-status', (route) => answerWithStanding(route, state));
    await reload(page);
    await page.getByText(words).waitFor();
    await see(page, state);
  }
  await page.unroute('**/shop-status');
  await button(page, 'Popraw numer lub adres').click();
  await page.getByLabel('Numer pomocy technicznej').fill('');
  await see(page, 'which shop');
  await button(page, 'Dalej').click();
  await page.getByText('To nie wygląda na numer pomocy').waitFor();
  await see(page, 'which shop, errors');
  await page.getByLabel('Numer pomocy technicznej').fill('4fMqZ8xB');
  await button(page, 'Dalej').click();
  await page.getByText('Pomoc do').waitFor();

  await page.route('**/tickets', cut);
  await typeLetter(page, { ...LETTER, topic: 'outage' });
  await page.getByRole('checkbox', { name: 'Panel nie działa' }).check();
  await button(page, 'Wyślij zgłoszenie').click();
  await page.getByRole('heading', { name: 'Czeka na połączenie' }).waitFor();
  await see(page, 'waiting for the network');
  await reload(page);
  await page.getByText('Czy awaria nadal trwa?').waitFor();
  await see(page, 'asks before it is sent');
  await page.setViewportSize({ ...(page.viewportSize() ?? { height: 800 }), width: 390 });
  await page.reload();
  await button(page, 'Wróć do zgłoszenia').waitFor();
  await see(page, 'minimised');
  await end();
}

const WITHOUT_SUPPORT = {
  expired: 'Nadal możesz zgłosić lukę',
  'not-bought-directly': 'W sprawie pomocy napisz do sprzedawcy',
  unrecognised: 'nie pasują razem',
};

/** The service's own answer for a shop that stands otherwise. */
async function answerWithStanding(route: Route, state: string): Promise<void> {
  const response = await route.fetch();
  const status = (await response.json()) as ShopStatus;
  const support = { state, lastDay: state === 'expired' ? '2026-02-28' : null, daysLeft: null };
  await route.fulfill({ response, json: { ...status, support } }).catch(never);
}

/** "Moje zgłoszenia" on its way, without an answer, empty and full, a solved ticket, and the badge. */
async function showLists(demo: Demo, options: BrowserContextOptions, see: See): Promise<void> {
  const { page, end } = await demo.visit(options);
  await page.goto(demo.url('smaki'));
  await openHelp(page);
  const answers: Record<string, (route: Route) => unknown> = {
    'Wczytywanie…': never,
    'Brak połączenia z serwisem pomocy': cut,
    'Ten sklep nie ma jeszcze zgłoszeń.': (route) => route.fulfill({ json: { tickets: [], next: null } }),
  };
  for (const [words, answer] of Object.entries(answers)) {
    await page.route('**/tickets', answer);
    await reload(page);
    await button(page, 'Moje zgłoszenia').click();
    await page.getByText(words).waitFor();
    await see(page, `list: ${words}`);
    await page.unroute('**/tickets', answer);
  }
  await button(page, 'Nowe zgłoszenie').click();
  await page.getByLabel('Co się dzieje?').fill('Niedokończone');
  await reload(page);
  await page.getByText('Pomoc do').waitFor();
  await button(page, 'Moje zgłoszenia').click();
  await button(page, /Nie można złożyć zamówienia/).waitFor();
  await see(page, 'list with a draft');
  await button(page, /Nie można złożyć zamówienia/).click();
  await page.getByLabel('Twoja wiadomość').waitFor();
  const solve = button(page, 'Oznacz jako rozwiązane');
  await solve.or(button(page, 'Otwórz ponownie')).waitFor();
  if (await solve.isVisible()) await solve.click(); // unless an earlier tour did
  await button(page, 'Otwórz ponownie').waitFor();
  await see(page, 'solved');
  await end();
}
