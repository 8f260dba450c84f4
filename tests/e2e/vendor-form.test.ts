import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PNG } from '../support/customer.ts';
import { type Demo, LETTER, PANELS, receiptNumber, send, startDemo, typeLetter } from '../support/demo.ts';
import { judgePage } from '../support/judge-page.ts';
import { focused, tabTo } from '../support/keyboard.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

declare const SGPomoc: (command: string, ...details: unknown[]) => Promise<unknown>;

const FILE = { name: 'zrzut.png', mimeType: 'image/png', buffer: PNG };
const SHOP = { number: '7KcWt9Ru', address: () => `http://zuraw.localhost:${demo.port}` };
const ours = (path: string) => `http://localhost:${demo.port}${path}`;
const vendors = () => `http://producent.localhost:${demo.port}/`;

/** The stored ticket, with the names of its files. */
async function ticketOf(number: string) {
  const ticket = await demo.store
    .selectFrom('tickets')
    .select(['channel', 'proof', 'subject', 'from_host'])
    .where('number', '=', number)
    .executeTakeFirst();
  const files = await demo.store
    .selectFrom('uploads')
    .innerJoin('messages', 'messages.id', 'uploads.message_id')
    .select('name')
    .where('ticket_number', '=', number)
    .execute();
  return { ...ticket, files: files.map(({ name }) => name) };
}

async function picture(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true });
}

test.each([
  { width: 1280, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
] as const)('without a script the form becomes a ticket with its file: $width px', async ({ width, colorScheme }) => {
  const look = { colorScheme, viewport: { width, height: 844 } };
  const { page, complaints, end } = await demo.visit({ ...look, javaScriptEnabled: false });
  await page.goto(ours('/zgloszenie'));
  expect(await page.getByText('Formularz się wczytuje').isVisible()).toBe(false);
  await page.getByLabel('Numer pomocy technicznej').fill(SHOP.number);
  await page.getByLabel('Adres sklepu').fill('inny-sklep.pl');
  await page.getByRole('button', { name: 'Dalej' }).click();
  await page.getByRole('alert').getByText('Nie znamy sklepu o tym numerze i adresie.').first().waitFor();
  await page.getByLabel('Adres sklepu').fill(SHOP.address());
  await page.getByRole('button', { name: 'Dalej' }).press('Enter');
  await page.getByRole('status').getByText('pomoc do').waitFor();
  await picture(page, `plain-${width}`);
  await page.getByLabel('Co się dzieje?').fill('Po aktualizacji BLIK zwraca błąd 500.');
  await page.getByLabel('Pliki').setInputFiles(FILE);
  await page.getByLabel('Tytuł').fill('BLIK zwraca błąd 500');
  await page.getByLabel('Czego dotyczy zgłoszenie?').selectOption('configuration');
  // What browsers let pass, and we do not.
  await page.getByLabel('Twój e-mail').fill('anna@sklep');
  await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click();
  await page.getByRole('alert').getByText('To nie wygląda na adres e-mail').waitFor();
  await picture(page, `plain-error-${width}`);
  expect(await page.getByLabel('zrzut.png').isChecked()).toBe(true);
  await page.getByLabel('Twój e-mail').fill('anna@ksiegarnia-zuraw.pl');
  await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click();
  const heading = page.getByRole('heading', { name: /^Przyjęliśmy zgłoszenie nr \d{7}$/ });
  const number = /\d{7}/.exec((await heading.textContent()) ?? '')?.[0] ?? '';
  expect(await ticketOf(number)).toMatchObject({
    channel: 'form',
    proof: 'unverified',
    subject: 'BLIK zwraca błąd 500',
    files: ['zrzut.png'],
  });
  // The browser itself writes a line of each page that a mistake was answered with.
  expect(complaints.filter((line) => !line.includes('Failed to load resource'))).toEqual([]);
  await end();
});

test.each([
  { width: 1280, colorScheme: 'dark' },
  { width: 390, colorScheme: 'light' },
] as const)('of the pages axe finds nothing: $width px, $colorScheme', async ({ width, colorScheme }) => {
  const look = { colorScheme, viewport: { width, height: 844 } };
  const { page, end } = await demo.visit({ ...look, bypassCSP: true });
  await page.goto(ours('/zgloszenie/prosty'));
  expect(await judgePage(page)).toEqual([]);
  await page.getByLabel('Numer pomocy technicznej').fill(SHOP.number);
  await page.getByLabel('Adres sklepu').fill(SHOP.address());
  await page.getByRole('button', { name: 'Dalej' }).click();
  await page.getByRole('status').waitFor();
  expect(await judgePage(page)).toEqual([]);
  for (const [label, text] of [
    ['Co się dzieje?', 'Biała strona.'],
    ['Tytuł', '–'],
    ['Twój e-mail', 'anna@sklep'],
  ] as const)
    await page.getByLabel(label).fill(text);
  await page.getByLabel('Czego dotyczy zgłoszenie?').selectOption('configuration');
  await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click();
  await page.getByRole('alert').waitFor();
  expect(await judgePage(page)).toEqual([]);
  await page.getByLabel('Tytuł').fill('Biała strona');
  await page.getByLabel('Twój e-mail').fill('anna@ksiegarnia-zuraw.pl');
  await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click();
  await page.getByRole('heading', { name: /^Przyjęliśmy zgłoszenie nr/ }).waitFor();
  expect(await judgePage(page)).toEqual([]);
  await picture(page, `plain-receipt-${width}`);

  await page.goto(ours('/zgloszenie'));
  await page.getByRole('heading', { name: 'Który to sklep?' }).waitFor();
  expect(await judgePage(page)).toEqual([]);
  await picture(page, `inline-first-${width}`);
  await nameShop(page);
  await page.getByText('Pomoc do').waitFor();
  await page.getByText('Odpowiemy najpóźniej').waitFor();
  expect(await judgePage(page)).toEqual([]);
  await picture(page, `inline-form-${width}`);
  await typeLetter(page, LETTER);
  await send(page);
  expect(await judgePage(page)).toEqual([]);
  await picture(page, `inline-receipt-${width}`);
  await end();
});

async function nameShop(page: Page): Promise<void> {
  await page.getByLabel('Numer pomocy technicznej').fill(SHOP.number);
  await page.getByLabel('Adres sklepu').fill(SHOP.address());
  await page.getByRole('button', { name: 'Dalej' }).click();
}

test('where the script does not come the page says so, and leads to the form without one', async () => {
  const { page, end } = await demo.visit();
  await page.route('**/pomoc.js', (route) => route.abort());
  await page.goto(ours('/zgloszenie'));
  await page.getByRole('alert').getByText('Formularz się nie wczytał.').waitFor();
  expect(await page.getByText('Formularz się wczytuje').isVisible()).toBe(false);
  await picture(page, 'no-script');
  await page.getByRole('alert').getByRole('link', { name: 'Formularz bez skryptów' }).click();
  await page.getByLabel('Numer pomocy technicznej').waitFor();
  expect(new URL(page.url()).pathname).toBe('/zgloszenie/prosty');
  await end();
});

test('where the script comes and nothing of it stands, the page says so after a while, and until the form is there', async () => {
  const { page, end } = await demo.visit();
  await page.clock.install();
  let deliver = (): void => {};
  const isDue = new Promise<void>((resolve) => {
    deliver = resolve;
  });
  await page.route('**/pomoc.js', async (route) => {
    await isDue;
    await route.continue();
  });
  await page.goto(ours('/zgloszenie'), { waitUntil: 'commit' });
  await page.getByText('Formularz się wczytuje').waitFor();
  await page.clock.runFor(8000);
  await page.getByRole('alert').getByText('Formularz się nie wczytał.').waitFor();
  deliver();
  await page.getByRole('heading', { name: 'Który to sklep?' }).waitFor();
  expect(await page.getByText('Formularz się nie wczytał.').count()).toBe(0);
  await end();
});

test('our page, by keyboard alone: number and address, a text that outlives a reload, and a ticket of a form', async () => {
  const { page, complaints, end } = await demo.visit();
  await page.goto(ours('/zgloszenie'));
  await page.getByRole('heading', { name: 'Który to sklep?' }).waitFor();
  await tabTo(page, 'Numer pomocy technicznej');
  await page.keyboard.type(SHOP.number);
  await tabTo(page, 'Adres sklepu');
  await page.keyboard.type(SHOP.address());
  await page.keyboard.press('Enter');
  await page.getByText('Pomoc do').waitFor();
  await expect.poll(() => focused(page)).toBe('Co się dzieje?');
  await page.keyboard.type('Gdzie ustawić próg?');
  await page.getByText('Zapisano w tej przeglądarce').waitFor();
  await tabTo(page, 'Tytuł');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Darmowa dostawa');
  await page.reload();
  await page.getByText('Pomoc do').waitFor();
  await expect.poll(() => page.getByLabel('Co się dzieje?').inputValue()).toBe('Gdzie ustawić próg?');
  await tabTo(page, 'Twój e-mail');
  await page.keyboard.type('biuro@sklep.pl');
  await tabTo(page, 'Wyślij zgłoszenie');
  await page.keyboard.press('Enter');
  const number = await receiptNumber(page);
  expect(await ticketOf(number)).toMatchObject({ channel: 'form', subject: 'Darmowa dostawa' });
  await expect.poll(() => focused(page)).toMatch(/Mamy Twoje zgłoszenie/);
  await page.getByText('Odpowiedź pokaże się tutaj, w tej przeglądarce.').waitFor();
  await tabTo(page, 'Zobacz zgłoszenie');
  await page.keyboard.press('Enter');
  await page.getByRole('listitem').getByText('Gdzie ustawić próg?').waitFor();
  await page.getByRole('button', { name: 'Nowe zgłoszenie' }).click();
  await page.getByLabel('Co się dzieje?').waitFor();
  await page.reload();
  await page.getByText('Pomoc do').waitFor();
  await picture(page, 'reloaded');
  await page.getByRole('button', { name: 'Moje zgłoszenia' }).click();
  await page.getByText('Darmowa dostawa').waitFor();
  expect(complaints).toEqual([]);
  await end();
});

test('on a phone nothing speaks of keys and dropping; a shop that is not known is promised nothing', async () => {
  const { page, end } = await demo.visit({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  await page.goto(ours('/zgloszenie'));
  await page.getByLabel('Numer pomocy technicznej').fill(SHOP.number);
  await page.getByLabel('Adres sklepu').fill('inny-sklep.pl');
  await page.getByRole('button', { name: 'Dalej' }).click();
  await page.getByText('Co dzieje się z danymi?').waitFor();
  await page
    .getByText(/Nie znamy|nie rozpozna/i)
    .first()
    .waitFor();
  await picture(page, 'unknown-390');
  expect(await page.getByText('72').count()).toBe(0);
  // What could only fail is not offered; an e-mail is.
  expect(await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).count()).toBe(0);
  await page.getByRole('link', { name: 'Napisz e-mail z tą treścią' }).waitFor();
  await page.getByRole('button', { name: 'Popraw numer lub adres' }).click();
  await page.getByLabel('Adres sklepu').fill(SHOP.address());
  await page.getByRole('button', { name: 'Dalej' }).click();
  await page.getByRole('button', { name: 'Dodaj plik' }).click();
  await page.getByRole('button', { name: 'Zrób zdjęcie' }).waitFor();
  expect(await page.getByText('Ctrl').count()).toBe(0);
  await end();
});

test('on a foreign page it takes nothing of the page, keeps nothing, and leaves by destroy', async () => {
  const { page, complaints, end } = await demo.visit();
  await page.addInitScript((number) => {
    const label = Object.assign(document.createElement('p'), { textContent: `Numer pomocy technicznej: ${number}` });
    document.addEventListener('DOMContentLoaded', () => document.body.prepend(label));
  }, PANELS.rowery.number);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(vendors());
  await page.getByRole('heading', { name: 'Który to sklep?' }).waitFor();
  expect(await page.getByLabel('Numer pomocy technicznej').inputValue()).toBe('');
  await page.waitForLoadState('networkidle');
  expect(asked).not.toContain('/api/v1/shop-status');
  const heard = await page.evaluate(() => {
    const keys: string[] = [];
    addEventListener('keydown', ({ key }) => keys.push(key));
    return Object.assign(window, { keys }) && keys;
  });
  expect(heard).toEqual([]);
  await nameShop(page);
  await page.getByText('Pomoc do').waitFor();
  await page.getByText('Nic się tu nie zapisuje.').waitFor();
  expect(await page.getByRole('button', { name: 'Informacje techniczne' }).count()).toBe(0);
  await page.getByLabel('Co się dzieje?').pressSequentially('abc');
  expect(await page.evaluate(() => (window as unknown as { keys: string[] }).keys)).toEqual([]);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Dodaj plik' }).click();
  await (await chooser).setFiles(FILE);
  await page.getByText('zrzut.png').first().waitFor();
  await typeLetter(page, { ...LETTER, description: '' });
  const number = await send(page);
  await page.getByText('Odpowiedź pokaże się tutaj, dopóki ta strona jest otwarta.').waitFor();
  expect(await ticketOf(number)).toMatchObject({
    channel: 'form',
    from_host: `producent.localhost:${demo.port}`,
    files: ['zrzut.png'],
  });
  const kept = await page.evaluate(async () => {
    const rows: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
      });
      for (const store of database.objectStoreNames)
        rows.push(
          ...(await new Promise<unknown[]>((resolve) => {
            const request = database.transaction(store).objectStore(store).getAll();
            request.onsuccess = () => resolve(request.result);
          })),
        );
    }
    return JSON.stringify([rows, { ...localStorage }, { ...sessionStorage }]);
  });
  expect(kept).not.toMatch(/zuraw|7KcWt9Ru|biuro@|abc/);
  await picture(page, 'foreign');
  await page.evaluate(() => SGPomoc('destroy'));
  await page.getByText('Formularz bez skryptów jest').waitFor();
  expect(await page.getByRole('region', { name: 'Pomoc online' }).count()).toBe(0);
  expect(complaints).toEqual([]);
  await end();
});

test('it stands beside the drawer of a panel, whose text is another; what is no element of the page is refused', async () => {
  const { page, end } = await demo.visit();
  await page.goto(demo.url('zuraw'));
  await page.waitForFunction(() => 'SGPomoc' in window);
  const refusal = await page.evaluate(() =>
    SGPomoc('mount', document.createElement('div')).then(
      () => '',
      (error: { name: string; code: string }) => `${error.name} ${error.code}`,
    ),
  );
  expect(refusal).toBe('CallError invalid-argument');
  await page.evaluate(async () => {
    const place = Object.assign(document.createElement('div'), { id: 'place' });
    document.body.prepend(place);
    await SGPomoc('mount', place);
    await SGPomoc('open', { subject: 'W szufladzie' });
  });
  const drawer = page.getByRole('dialog', { name: 'Pomoc online' });
  const inline = page.getByRole('region', { name: 'Pomoc online' });
  expect(await drawer.getByLabel('Tytuł').inputValue()).toBe('W szufladzie');
  await inline.getByLabel('Numer pomocy technicznej').fill(SHOP.number);
  await inline.getByLabel('Adres sklepu').fill(SHOP.address());
  await inline.getByRole('button', { name: 'Dalej' }).click();
  await inline.getByText('Pomoc do').waitFor();
  expect(await inline.getByLabel('Co się dzieje?').inputValue()).toBe('');
  await end();
});
