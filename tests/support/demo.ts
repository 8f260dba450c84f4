import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { type RunningDemo, serveWholeDemo } from '../../demo-shop-panel/serve.ts';
import { OWN_VENDOR } from '../../src/contract/vendor.ts';
import { toSecretKey } from '../../src/identity/seal.ts';
import { addIncident } from '../../src/incidents/add-incident.ts';
import { parseOpeningHours } from '../../src/policy/opening-hours.ts';
import { insertPanelAddress } from '../../src/shops/panel-address.ts';
import { findShopByNumber } from '../../src/store/shops.ts';
import { CHEAP_PASSWORDS } from './cheap-passwords.ts';
import { sharedChromium } from './chromium.ts';
import { makeDataFolder } from './data-folder.ts';

/** The three demo panels: where they stand, and how they call their own pages. */
export const PANELS = {
  zuraw: { home: 'zuraw.localhost', path: '/zarzadzanie/', number: '7KcWt9Ru' },
  rowery: { home: 'rowery.localhost', path: '/sklep/zarzadzanie/', number: '4fMqZ8xB' },
  smaki: { home: 'smaki.localhost', path: '/zarzadzanie/', number: 'Hh2PvN6s' },
} as const;

export type PanelName = keyof typeof PANELS;

/** Pages of every panel, below its own folder. */
export const PANEL_PAGES = ['', 'sprzedaz/zamowienia.php', 'produkty/produkt.php', 'pomoc.php'];

export interface Demo extends RunningDemo {
  /** where its database is */
  databaseUrl: string;
  url: (panel: PanelName, page?: string) => string;
  /** a page in a browser context of its own: nothing is shared with other tests */
  visit: (options?: BrowserContextOptions) => Promise<Visit>;
}

export interface Visit {
  page: Page;
  /** what the console said of errors and warnings, and what was thrown */
  complaints: string[];
  end: () => Promise<void>;
}

/**
 * The built widget, the real service and the demo panels, and Chromium to visit them.
 * @param vendor whose help it is
 * @param port a free one; 0 takes any, and links that the service writes of itself then have no port that leads anywhere
 */
export async function startDemo(vendor = OWN_VENDOR, port = 0): Promise<Demo> {
  const folder = makeDataFolder('pomoc-demo');
  const databaseUrl = `sqlite:${join(folder, 'demo.sqlite')}`;
  const [demo, browser] = await Promise.all([
    serveWholeDemo(
      {
        port,
        host: '127.0.0.1',
        databaseUrl,
        vendor,
        openingHours: parseOpeningHours('mon-fri 08:00-16:00') ?? [],
        contacts: { email: 'pomoc@shopgold.pl', phone: '+48 22 123 45 67', rules: null, renewal: null, privacy: null },
        updates: 'https://shopgold.example/konto/aktualizacje',
        secondFactor: 'optional',
        signature: null,
        secretKeys: [toSecretKey(new Uint8Array(32).fill(7))],
        closeAfterDays: 14,
        keepLettersDays: 30,
      },
      pino({ level: 'silent' }),
      undefined,
      CHEAP_PASSWORDS,
    ),
    sharedChromium(),
  ]);
  // What the demo begins with has been read: only what a test does is new.
  await demo.store.updateTable('tickets').set({ customer_seen: 99 }).execute();
  const contexts = new Set<BrowserContext>();
  return {
    ...demo,
    databaseUrl,
    url: (panel, page = '') => `http://${PANELS[panel].home}:${demo.port}${PANELS[panel].path}${page}`,
    visit: (options) => visit(browser, contexts, options),
    close: async () => {
      for (const context of contexts) await context.close(); // of tests that failed
      await demo.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function visit(
  browser: Browser,
  contexts: Set<BrowserContext>,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ locale: 'pl-PL', viewport: { width: 1280, height: 800 }, ...options });
  contexts.add(context);
  context.once('close', () => contexts.delete(context));
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
  return { page, complaints, end: () => context.close() };
}

/** A page of the panel has told whose it is, and the service has recognised it: from now on it is known. */
export async function shopIsLearned(page: Page): Promise<void> {
  await page.waitForFunction(() => JSON.stringify(localStorage).includes('recognised'));
}

/** Registers an address of a panel of a shop, Księgarnia Żuraw unless said otherwise. */
export async function addPanel(demo: Demo, address: string, panel: PanelName = 'zuraw'): Promise<void> {
  const shop = await findShopByNumber(demo.store, PANELS[panel].number);
  await insertPanelAddress(demo.store, shop?.id ?? 0, address, Temporal.Now.instant());
}

/** An advisory that runs from now on, for the versions that the test wants. @returns its id */
export async function addAdvisory(
  store: Demo['store'],
  versions: { fromVersion: string | null; toVersion: string | null },
): Promise<number> {
  const now = Temporal.Now.instant();
  const added = await addIncident(
    store,
    {
      kind: 'advisory',
      title: 'Luka w module płatności',
      text: 'Wgraj poprawkę ze strony aktualizacji.',
      english: null,
      since: now.subtract({ seconds: 1 }),
      until: null,
      ...versions,
    },
    'operator',
    now,
  );
  if (added.outcome !== 'added') throw new Error(added.field);
  return added.id;
}

export interface Letter {
  topic: string;
  subject: string;
  description: string;
  email?: string;
}

/** Opens the form by the panel's own entry, which leads to answers where some are new, and waits until it knows the shop. */
export async function openHelp(page: Page): Promise<void> {
  await page.locator('#PomocOnline').click();
  const form = page.getByRole('button', { name: 'Nowe zgłoszenie', exact: true });
  if ((await form.getAttribute('aria-current')) !== 'true') await form.click();
  await page.getByText('Pomoc do').first().waitFor();
}

/** Nobody is signed in to the panel any more: its token page shows the form for that, and says nothing of the shop. */
export async function signOutOfPanel(page: Page): Promise<void> {
  await page.route('**/pomoc-token', (route) => route.fulfill({ contentType: 'text/html', body: '<form></form>' }));
}

/** Types a letter into the form, key by key. */
export async function typeLetter(page: Page, { topic, subject, description, email = 'biuro@sklep.pl' }: Letter) {
  await page.getByLabel('Co się dzieje?').pressSequentially(description);
  await page.getByLabel('Tytuł').fill('');
  await page.getByLabel('Tytuł').pressSequentially(subject);
  await chooseTopic(page, topic);
  await page.getByLabel('Twój e-mail').fill(email);
}

/** Chooses a topic in the place of the guessed one: in the list, and where support does not cover it, below its last line. */
export async function chooseTopic(page: Pick<Page, 'getByRole' | 'locator'>, topic: string): Promise<void> {
  const open = page.getByRole('button', { name: 'Zmień', exact: true });
  const choice = page.locator(`input[name=topic][value="${topic}"]`);
  await choice.or(open).first().waitFor({ state: 'attached' });
  if (!(await choice.count())) await open.click();
  await choice.waitFor({ state: 'attached' });
  if (!(await choice.isVisible())) await page.locator('.topics summary').click();
  await choice.check();
}

/** The topic that the ticket goes with, guessed or chosen, by its name. */
export async function topicOf(page: Page): Promise<string> {
  const chosen = page.locator('.topics .notice strong, .topics label:has(:checked)').first();
  return ((await chosen.textContent()) ?? '').trim();
}

/** Sends what was typed and returns the number on the receipt. */
export async function send(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click();
  return receiptNumber(page);
}

export async function receiptNumber(page: Page): Promise<string> {
  await page.getByRole('heading', { name: 'Mamy Twoje zgłoszenie' }).waitFor();
  return (await page.getByRole('definition').first().textContent()) ?? '';
}

export const LETTER: Letter = {
  topic: 'configuration',
  subject: 'Darmowa dostawa od 200 zł',
  description: 'Gdzie ustawić próg tylko dla paczkomatów?',
};
