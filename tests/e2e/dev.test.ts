import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedChromium } from '../support/chromium.ts';
import { chooseTopic } from '../support/demo.ts';
import { type DevServerUnderTest, startDevServer } from '../support/dev-server.ts';

let dev: DevServerUnderTest;
beforeAll(async () => {
  dev = await startDevServer();
});
afterAll(() => dev.stop());

/** A page of the demo, and whether it is still the one that was loaded here. */
async function open(url: string) {
  const context = await (await sharedChromium()).newContext();
  const page = await context.newPage();
  const isConnected = page.waitForEvent('console', (message) => message.text() === '[vite] connected.');
  await page.goto(url);
  await isConnected;
  const mark = () => page.evaluate(() => Object.assign(window, { stillHere: true }));
  const isStillHere = () => page.evaluate(() => 'stillHere' in window);
  return { page, mark, isStillHere, end: () => context.close() };
}

async function openPanel() {
  const opened = await open(`http://zuraw.localhost:${dev.port}/zarzadzanie/`);
  await opened.page.locator('#PomocOnline').click();
  await opened.page.getByRole('button', { name: 'Nowe zgłoszenie' }).click(); // unread replies open their list
  await opened.page.getByText(/^Pomoc do/).waitFor();
  return opened;
}

test('an edit of a word of the widget reaches the open drawer, and what is typed there stays', async () => {
  const { page, end } = await openPanel();
  await page.getByLabel('Co się dzieje?').fill('W połowie zdania');
  dev.edit('widget/words/pl', 'Pomoc do', 'Pomoc do dnia');
  await page.getByText('Pomoc do dnia').waitFor();
  expect(await page.getByLabel('Co się dzieje?').inputValue()).toBe('W połowie zdania');
  await end();
});

test('the vendor’s form stands in its page, under its policy', async () => {
  const { page, end } = await open(`http://localhost:${dev.port}/zgloszenie`);
  await page.getByRole('heading', { name: 'Który to sklep?' }).waitFor();
  await end();
});

test('an edit of a word of the desk reaches the open page', async () => {
  const { page, end } = await open(`http://localhost:${dev.port}/desk/`);
  await page.getByRole('button', { name: 'Zaloguj się' }).waitFor();
  dev.edit('desk/words/pl', "'Zaloguj się'", "'Wejdź'");
  await page.getByRole('button', { name: 'Wejdź' }).waitFor();
  await end();
});

test('an edit of a word of the page of mailed links reaches the open page', async () => {
  const { page, end } = await open(`http://localhost:${dev.port}/z/pl`);
  await page.getByRole('heading', { name: 'Otwórz swoje zgłoszenie' }).waitFor();
  dev.edit('widget/words/pl', 'Otwórz swoje zgłoszenie', 'Otwórz to zgłoszenie');
  await page.getByRole('heading', { name: 'Otwórz to zgłoszenie' }).waitFor();
  await end();
});

test('an edit of a word of the service restarts it, and the open page shows it', async () => {
  const { page, end } = await openPanel();
  await page.getByLabel('Co się dzieje?').fill('Raport pokazuje dwa razy to samo.');
  await chooseTopic(page, 'running');
  dev.edit('src', 'Codzienna praca sklepu', 'Praca sklepu co dnia');
  await page.getByText('Praca sklepu co dnia').waitFor();
  await end();
});

test('an edit of a component is put into the page without loading it anew', async () => {
  const panel = await openPanel();
  await panel.mark();
  dev.edit('widget', '<h1 id="title"', '<h1 title="zmienione" id="title"');
  await panel.page.getByTitle('zmienione').waitFor();
  expect(await panel.isStillHere()).toBe(true);
  await panel.end();

  const desk = await open(`http://localhost:${dev.port}/desk/`);
  await desk.page.locator('main.door').waitFor();
  await desk.mark();
  dev.edit('desk/views', '<SignInCard session={session} />', '<SignInCard session={session} /><i title="zmienione" />');
  await desk.page.getByTitle('zmienione').waitFor({ state: 'attached' });
  expect(await desk.isStillHere()).toBe(true);
  await desk.end();
});

test('an edit of the loader reaches a page whose panel nobody opened', async () => {
  const { page, end } = await open(`http://zuraw.localhost:${dev.port}/zarzadzanie/`);
  dev.edit('widget', 'page.SGPomoc = call;', "page.SGPomoc = call; document.title = 'Zmieniony';");
  await expect.poll(() => page.title()).toBe('Zmieniony');
  await end();
});
