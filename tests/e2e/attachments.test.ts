import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, LETTER, openHelp, receiptNumber, send, startDemo, typeLetter } from '../support/demo.ts';
import { colours, hidePart, PASTED, storedFiles, writeWithPicture } from '../support/pictures.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const BLACK = [0x11, 0x11, 0x11];
const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
const LOG = { name: 'błędy 2026.log', mimeType: 'text/plain', buffer: Buffer.from('zażółć\n'.repeat(60_000)) };

async function chooseFiles(page: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Dodaj plik' }).click();
  await (await chooser).setFiles(files);
  for (const { name } of files) await row(page, name).getByRole('button', { name: 'Usuń' }).waitFor();
}

test('a pasted screenshot, redacted by mouse, and a log file arrive whole', async () => {
  const { page, complaints, end } = await demo.visit();
  await page.goto(demo.url('zuraw'));
  await writeWithPicture(page);
  await hidePart(page, [0.1, 0.1], [0.5, 0.5]);
  await chooseFiles(page, LOG);
  const [picture, log, ...others] = await storedFiles(demo, await send(page));
  expect(others).toEqual([]);
  expect(log).toEqual({ name: LOG.name, type: 'text/plain', content: LOG.buffer });
  if (!picture) throw new Error('no picture came');
  const seen = await colours(page, picture, [[0.3, 0.3], [0.12, 0.12], [0.48, 0.48], [0.7, 0.3], [0.05, 0.05]]); // biome-ignore format: points
  expect(seen).toEqual({
    width: PASTED.width,
    height: PASTED.height,
    at: [BLACK, BLACK, BLACK, [...PASTED.colour], [...PASTED.colour]],
  });
  expect(complaints).toEqual([]);
  await end();
});

test('nothing is uploaded before the ticket is sent, and nothing stays here once it is', async () => {
  const { page, end } = await demo.visit();
  const uploads: string[] = [];
  page.on('request', (request) => request.url().includes('/uploads/') && uploads.push(request.method()));
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  await typeLetter(page, LETTER);
  await chooseFiles(page, LOG);
  expect(uploads).toEqual([]);
  await send(page);
  expect(uploads.filter((method) => method === 'PUT')).toHaveLength(Math.ceil(LOG.buffer.length / (256 * 1024)));
  await expect.poll(() => keptFiles(page)).toBe(0);
  await end();
});

function keptFiles(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        indexedDB.open('pomoc').onsuccess = ({ target }) => {
          const database = (target as IDBOpenDBRequest).result;
          const count = database.transaction('files').objectStore('files').count();
          count.onsuccess = () => {
            database.close();
            resolve(count.result);
          };
        };
      }),
  );
}

test('files come back after a reload, in their order, and can be removed', async () => {
  const { page, end } = await demo.visit();
  await page.goto(demo.url('rowery'));
  await openHelp(page);
  await typeLetter(page, LETTER);
  await chooseFiles(page, LOG, { name: 'lista.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b\n') });
  await page.getByRole('button', { name: 'Wyżej: lista.csv' }).click();
  await page.reload();
  await row(page, 'lista.csv').waitFor();
  const names = await page.getByRole('dialog').getByRole('listitem').locator('.name').allTextContents();
  expect(names).toEqual(['lista.csv', LOG.name]);
  await page.getByRole('button', { name: `Usuń: ${LOG.name}` }).click();
  const [left, ...others] = await storedFiles(demo, await send(page));
  expect([left?.name, others]).toEqual(['lista.csv', []]);
  await end();
});

test('a page load in mid-upload goes on where it stopped: one ticket, the file whole', async () => {
  const { page, end } = await demo.visit();
  const subject = 'Plik w połowie drogi';
  const file = { name: 'kopia.zip', mimeType: 'application/zip', buffer: Buffer.concat([Buffer.from('PK\u0003\u0004'), randomBytes(1_000_000)]) }; // biome-ignore format: one thing
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  await typeLetter(page, { ...LETTER, subject });
  await chooseFiles(page, file);
  const ranges: string[] = [];
  await page.route('**/uploads/*', async (route) => {
    const range = route.request().headers()['content-range'] ?? '';
    ranges.push(range);
    if (ranges.length === 3) await new Promise(() => {}); // this part hangs for ever
    await route.continue();
  });
  await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click();
  await expect.poll(() => ranges.length).toBe(3);
  await page.getByRole('progressbar', { name: 'kopia.zip' }).waitFor();
  await page.goto(demo.url('zuraw', 'sprzedaz/zamowienia.php'));
  const number = await receiptNumber(page);
  expect((await storedFiles(demo, number)).map(({ content }) => content.equals(file.buffer))).toEqual([true]);
  // The first part again, to learn where to go on, and then the rest: the second is not sent twice.
  const starts = ranges.slice(3).map((range) => Number(/\d+/.exec(range)));
  expect(starts).toEqual([0, 524_288, 786_432]);
  const tickets = await demo.store.selectFrom('tickets').select('number').where('subject', '=', subject).execute();
  expect(tickets).toEqual([{ number }]);
  await end();
});

test('sending can be stopped while files are on their way: the text and the file are back in the form', async () => {
  const { page, end } = await demo.visit();
  const subject = 'Przerwane';
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  await typeLetter(page, { ...LETTER, subject });
  await chooseFiles(page, LOG);
  await page.route('**/uploads/*', () => {});
  await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click();
  await page.getByRole('button', { name: 'Przerwij i wróć do treści' }).click();
  await page.getByText('Wysyłanie przerwane').waitFor();
  expect(await page.getByLabel('Tytuł').inputValue()).toBe(subject);
  await page.unroute('**/uploads/*');
  expect(await storedFiles(demo, await send(page))).toHaveLength(1);
  await end();
});

test('a file the service refuses says so, and the ticket goes without it', async () => {
  const { page, end } = await demo.visit();
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  await typeLetter(page, LETTER);
  await chooseFiles(page, { name: 'udawany.txt', mimeType: 'text/plain', buffer: Buffer.alloc(100) });
  await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click();
  await row(page, 'udawany.txt').getByText('Serwis nie przyjął pliku').waitFor();
  await page.getByText('Serwis nie przyjął załącznika').waitFor();
  expect(await page.getByLabel('Co się dzieje?').inputValue()).toBe(LETTER.description);
  await page.getByRole('button', { name: 'Usuń: udawany.txt' }).click();
  expect(await storedFiles(demo, await send(page))).toEqual([]);
  await end();
});

test('what cannot go along is named with its reason', async () => {
  const { page, end } = await demo.visit();
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Dodaj plik' }).click();
  const text = (name: string, buffer = Buffer.from('x')) => ({ name, mimeType: 'text/plain', buffer });
  await (await chooser).setFiles([
    text('program.exe'),
    text('pusty.txt', Buffer.alloc(0)),
    text('wielki.log', Buffer.alloc(10 * 1024 * 1024 + 1, 'x')),
    { name: 'zepsuty.png', mimeType: 'image/png', buffer: Buffer.from('to nie obraz') },
    ...['1.txt', '2.txt', '3.txt', '4.txt', '5.txt', '6.txt'].map((name) => text(name)),
  ]);
  const alert = page.getByRole('alert');
  await alert.getByText('6.txt – jest już 5 plików').waitFor();
  await alert.getByText('program.exe – tego rodzaju').waitFor();
  await alert.getByText('pusty.txt – plik jest pusty').waitFor();
  await alert.getByText('wielki.log – plik ma ponad').waitFor();
  await alert.getByText('zepsuty.png – nie da się odczytać').waitFor();
  expect(await page.getByRole('dialog').getByRole('listitem').count()).toBe(5);
  await end();
});
