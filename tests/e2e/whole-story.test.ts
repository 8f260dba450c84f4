import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aMinuteLater, answer, statusOf } from '../support/answers.ts';
import { type Demo, LETTER, send, startDemo } from '../support/demo.ts';
import { colours, hidePart, PASTED, pastePicture, storedFiles, writeWithPicture } from '../support/pictures.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const BLACK = [0x11, 0x11, 0x11];
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function addFile(page: Page, name: string, content: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await button(page, 'Dodaj plik').click();
  await (await chooser).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
  await button(page, `Usuń: ${name}`).waitFor();
}

/** The colours of the canvas in a button, at places given as parts of its width and height. */
function drawn(page: Page, name: string, places: [number, number][]): Promise<number[][]> {
  return button(page, name)
    .locator('canvas')
    .evaluate((canvas: HTMLCanvasElement, places) => {
      const { width, height } = canvas;
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, width, height) ?? { data: [] };
      const at = ([x, y]: [number, number]) => 4 * (Math.floor(y * height) * width + Math.floor(x * width));
      return places.map((place) => [...data.slice(at(place), at(place) + 3)]);
    }, places);
}

test('two browsers of one shop: a ticket with files, an answer, a reply with files, solved, open again', async () => {
  const owner = await demo.visit();
  const colleague = await demo.visit();
  const { page } = owner;
  const subject = 'Od zrzutu ekranu do rozwiązania';
  await page.goto(demo.url('zuraw'));
  await writeWithPicture(page, { ...LETTER, subject });
  await hidePart(page, [0, 0], [0.5, 1]);
  await addFile(page, 'serwer.log', 'błąd\n'.repeat(1000));
  const number = await send(page);
  expect((await storedFiles(demo, number)).map(({ name }) => name)).toEqual(['wklejony-obraz.png', 'serwer.log']);
  await page.getByText('Odpowiedź znajdziesz w zakładce „Moje zgłoszenia”').waitFor();
  await button(page, 'Zobacz zgłoszenie').click();

  // What was hidden is hidden in the thread too. Pressed, the picture stands alone; Esc leads back to it.
  const picture = button(page, 'wklejony-obraz.png');
  await picture.waitFor();
  expect(await drawn(page, 'wklejony-obraz.png', [[0.25, 0.5], [0.75, 0.5]])).toEqual([BLACK, [...PASTED.colour]]); // biome-ignore format: points
  await picture.click();
  await page.getByRole('dialog', { name: 'wklejony-obraz.png' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'wklejony-obraz.png' }).waitFor({ state: 'detached' });
  expect(await picture.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element)).toBe(
    true,
  );

  await answer(demo, number, 'Prosimy o drugi zrzut.');
  await page.getByText('Prosimy o drugi zrzut.').waitFor({ timeout: 6000 });

  // The colleague’s browser sent nothing: it follows the shop’s tickets once it has seen them.
  await colleague.page.goto(demo.url('zuraw'));
  await colleague.page.locator('#PomocOnline').click();
  await button(colleague.page, 'Moje zgłoszenia').click();
  await colleague.page.getByRole('button', { name: subject }).waitFor();
  await colleague.page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await answer(demo, number, 'I o numer zamówienia.');
  await aMinuteLater(demo, colleague.page, 'zuraw', 'sprzedaz/zamowienia.php');
  const entry = colleague.page.locator('#PomocOnline');
  await expect.poll(() => entry.getAttribute('aria-label')).toBe('POMOC ONLINE, 1\u00a0nowa odpowiedź');
  await entry.click();
  await colleague.page.getByText('I o numer zamówienia.').waitFor();

  // The reply goes with a session, from a browser that never had the ticket's token.
  await colleague.page.getByLabel('Twoja wiadomość', { exact: true }).fill('Zamówienie 1234');
  await pastePicture(colleague.page, 'Twoja wiadomość');
  await hidePart(colleague.page, [0.5, 0], [1, 1]);
  await addFile(colleague.page, 'konsola.txt', 'TypeError');
  await button(colleague.page, 'Wyślij wiadomość').click();
  await colleague.page.getByRole('listitem').getByText('Zamówienie 1234').waitFor();
  const files = await storedFiles(demo, number);
  expect(files.map(({ name }) => name).toSorted()).toEqual(['konsola.txt', 'serwer.log', 'wklejony-obraz.png', 'wklejony-obraz.png']); // biome-ignore format: names
  const seen = await Promise.all(
    files.filter(({ type }) => type === 'image/png').map((file) => colours(page, file, [[0.25, 0.5], [0.75, 0.5]])), // biome-ignore format: points
  );
  expect(seen.map(({ at }) => at)).toContainEqual([[...PASTED.colour], BLACK]);

  // The owner's drawer opens at the thread it was closed at.
  await page.locator('#PomocOnline').click();
  await page.getByRole('listitem').getByText('Zamówienie 1234').waitFor();
  await button(page, 'Oznacz jako rozwiązane').click();
  await button(page, 'Otwórz ponownie').click();
  await button(page, 'Oznacz jako rozwiązane').waitFor();
  expect(await statusOf(demo, number)).toBe('in-progress');
  expect([...owner.complaints, ...colleague.complaints]).toEqual([]);
  await owner.end();
  await colleague.end();
});

test('a reply with a file survives the page: the file goes on where it stopped, and both arrive once', async () => {
  const { page, end } = await demo.visit();
  await page.goto(demo.url('rowery'));
  await writeWithPicture(page, { ...LETTER, subject: 'Plik odpowiedzi w drodze' });
  const number = await send(page);
  await button(page, 'Zobacz zgłoszenie').click();
  await page.getByLabel('Twoja wiadomość', { exact: true }).fill('W załączniku');
  await addFile(page, 'duzy.log', 'x'.repeat(600_000));
  const ranges: string[] = [];
  await page.route('**/uploads/*', async (route) => {
    ranges.push(route.request().headers()['content-range'] ?? '');
    if (ranges.length === 3) await new Promise(() => {}); // this part hangs for ever
    await route.continue();
  });
  await button(page, 'Wyślij wiadomość').click();
  await expect.poll(() => ranges.length).toBe(3);
  await page.getByRole('progressbar', { name: 'duzy.log' }).waitFor();
  await page.goto(demo.url('rowery', 'pomoc.php'));
  await page.getByRole('listitem').getByText('W załączniku').waitFor();
  expect(ranges.slice(3).map((range) => Number(/\d+/.exec(range)))).toEqual([0, 524_288]);
  const [, log, ...others] = await storedFiles(demo, number);
  expect([log?.name, log?.content.length, others]).toEqual(['duzy.log', 600_000, []]);
  await end();
});

test('sending a reply can be stopped while its file is on its way: text and file are in the box again', async () => {
  const { page, end } = await demo.visit();
  await page.goto(demo.url('smaki'));
  await writeWithPicture(page, { ...LETTER, subject: 'Przerwana odpowiedź' });
  const number = await send(page);
  await button(page, 'Zobacz zgłoszenie').click();
  await page.getByLabel('Twoja wiadomość', { exact: true }).fill('Zaraz');
  await addFile(page, 'plik.txt', 'treść');
  await page.route('**/uploads/*', () => {});
  await button(page, 'Wyślij wiadomość').click();
  await button(page, 'Przerwij i wróć do treści').click();
  await page.getByText('Wysyłanie przerwane').waitFor();
  expect(await page.getByLabel('Twoja wiadomość', { exact: true }).inputValue()).toBe('Zaraz');
  await page.unroute('**/uploads/*');
  await button(page, 'Wyślij wiadomość').click();
  await page.getByRole('button', { name: 'Pobierz plik plik.txt' }).waitFor();
  expect(await storedFiles(demo, number)).toHaveLength(2);
  await end();
});
