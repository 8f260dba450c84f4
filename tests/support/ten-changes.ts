import type { Page } from 'playwright';
import { answer } from './answers.ts';
import { type Demo, LETTER, openHelp, PANELS, send, typeLetter } from './demo.ts';
import { numberOf } from './desk-page.ts';
import { dragOver } from './pictures.ts';

/** A part of the window that a picture shows, in px from its top. */
export type Band = readonly [top: number, bottom: number];

/** Looks at the window as it is now. @param band the part that is kept; without it the whole height */
export type Keep = (band?: Band) => Promise<void>;

/** One of the ten changes that the owner's findings ask for, and how to come to the state that shows it. */
export interface Change {
  /** the name of its picture */
  name: string;
  /** whether it is more than the drawer: the whole window is kept, also of the smallest phone */
  isWide?: true;
  show: (page: Page, demo: Demo, keep: Keep) => Promise<void>;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

const isPhone = (page: Page) => (page.viewportSize()?.width ?? 0) < 600;

/** What support writes: steps, the path of a menu, a link. */
const STEPS = [
  'Dzień dobry, próg dla paczkomatów ustawisz tak:',
  '1. Otwórz **Konfiguracja › Moduły › Wysyłka**.\n2. W polu **Darmowa dostawa od** wpisz 200.\n3. Zapisz.',
  'Opis ze zdjęciami: https://shopgold.pl/pomoc/darmowa-dostawa',
].join('\n\n');

const STORY =
  'Gdzie ustawić próg darmowej dostawy tylko dla paczkomatów? Od soboty kurier też jest za 0 zł, a powinien kosztować zawsze.';

async function openForm(page: Page, demo: Demo): Promise<void> {
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
}

/** A ticket of this browser, answered, and its thread open. */
async function openAnswered(page: Page, demo: Demo, text: string): Promise<void> {
  await openForm(page, demo);
  await typeLetter(page, LETTER);
  const number = await send(page);
  await answer(demo, number, text);
  await button(page, 'Zobacz zgłoszenie').click();
  await page.getByText(text.slice(0, 20)).waitFor();
}

export const CHANGES: readonly Change[] = [
  {
    name: '01-road-back',
    show: async (page, demo, keep) => {
      await openForm(page, demo);
      await typeLetter(page, LETTER);
      await send(page);
      await keep();
    },
  },
  {
    name: '02-badge',
    show: async (page, demo, keep) => {
      for (const subject of ['Kolejność kategorii w menu', 'Plik CSV z hurtowni'])
        await answerUnseen(demo, await numberOf(demo, subject));
      await page.goto(demo.url('zuraw', 'sprzedaz/zamowienia.php')); // which says nothing of the shop
      await page.locator('#PomocOnline[aria-label]').waitFor();
      await keep([300, 500]);
      await page.locator('#PomocOnline').click();
      await page.getByRole('button', { name: /Kolejność kategorii/ }).waitFor();
      await keep();
    },
  },
  {
    name: '03-links',
    show: async (page, demo, keep) => {
      await openAnswered(page, demo, STEPS);
      await keep();
    },
  },
  {
    name: '04-outage',
    show: async (page, demo, keep) => {
      await openForm(page, demo);
      const subject = 'Nie można złożyć zamówienia';
      await typeLetter(page, { ...LETTER, topic: 'outage', subject, description: 'Koszyk wraca bez komunikatu.' });
      await page.getByRole('checkbox', { name: 'Klienci nie mogą złożyć zamówienia' }).check();
      await send(page);
      await keep();
    },
  },
  {
    name: '05-unrecognised',
    show: async (page, demo, keep) => {
      await changeShop(demo, { support_number: 'Zz9Zz9Zz' });
      await page.goto(demo.url('zuraw'));
      await page.locator('#PomocOnline').click();
      const address = new URL(demo.url('zuraw')).origin;
      await page.getByLabel('Numer pomocy technicznej').fill(PANELS.zuraw.number);
      await page.getByLabel('Adres sklepu').fill(address);
      await button(page, 'Dalej').click();
      await page.getByText('nie pasują razem').waitFor();
      await keep();
    },
  },
  {
    name: '06-words',
    show: async (page, demo, keep) => {
      await openAnswered(page, demo, 'Dzień dobry, wpisz 200 w polu „Darmowa dostawa od”. Czy o to chodziło?');
      await page.getByLabel('Twoja wiadomość').fill('Tak, dziękuję, działa.');
      await keep();
    },
  },
  {
    name: '07-order',
    show: async (page, demo, keep) => {
      await openForm(page, demo);
      await page.getByLabel('Co się dzieje?').pressSequentially(STORY);
      await button(page, 'Zmień').waitFor();
      await keep();
    },
  },
  {
    name: '08-foot',
    show: async (page, demo, keep) => {
      await openForm(page, demo);
      await keep();
    },
  },
  {
    name: '09-promises',
    show: async (page, demo, keep) => {
      await changeShop(demo, { purchased_on: '2025-09-01' });
      await page.goto(demo.url('zuraw'));
      await page.locator('#PomocOnline').click();
      await page.getByText('Nadal możesz zgłosić lukę').waitFor();
      await keep();
    },
  },
  {
    name: '10-phone',
    isWide: true,
    show: async (page, demo, keep) => {
      const orders = await ordersOf(page, demo);
      await openForm(page, demo);
      const chooser = page.waitForEvent('filechooser');
      await button(page, 'Dodaj plik').click();
      await (await chooser).setFiles({ name: 'zamowienia.png', mimeType: 'image/png', buffer: orders });
      await button(page, /Zasłoń lub zaznacz/).click();
      await page.getByRole('heading', { name: 'Obraz do zgłoszenia' }).waitFor();
      await dragOver(page, [0.23, 0.44], [0.36, 0.6]);
      if (isPhone(page)) await button(page, 'Powiększ').click();
      await keep();
    },
  },
];

/** A screenshot of the shop's orders, with the names of buyers. */
async function ordersOf(page: Page, demo: Demo): Promise<Buffer> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 1100, height: 700 });
  await page.goto(demo.url('zuraw', 'sprzedaz/zamowienia.php'));
  const picture = await page.screenshot();
  if (size) await page.setViewportSize(size);
  return picture;
}

/** The registry knows the shop otherwise from now on. */
async function changeShop(
  { store }: Demo,
  change: { support_number: string } | { purchased_on: string },
): Promise<void> {
  await store.updateTable('shops').set(change).where('support_number', '=', PANELS.zuraw.number).execute();
}

/** The vendor answers; of that ticket only this answer is new. */
async function answerUnseen(demo: Demo, number: string): Promise<void> {
  await answer(demo, number, 'Poprawione, proszę sprawdzić.');
  const messages = demo.store.selectFrom('messages').where('ticket_number', '=', number);
  const { count } = await messages.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  await demo.store
    .updateTable('tickets')
    .set({ customer_seen: count - 1 })
    .where('number', '=', number)
    .execute();
}
