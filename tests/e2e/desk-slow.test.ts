import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, startDemo } from '../support/demo.ts';
import { numberOf, sendNow, signIn } from '../support/desk-page.ts';

let demo: Demo;
let first: string;
let second: string;
beforeAll(async () => {
  demo = await startDemo();
  first = await numberOf(demo, 'Darmowa dostawa od 200 zł');
  second = await numberOf(demo, 'Plik CSV z hurtowni');
});
afterAll(() => demo.close());

/** Holds back what the page asks of an address until it is let go. */
async function hold(page: Page, url: string): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(url, async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  return letGo;
}

const open = (page: Page, number: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, number);
const reply = (page: Page) => page.getByLabel('Treść odpowiedzi');
const repliesOf = (number: string) =>
  demo.store
    .selectFrom('messages')
    .select('text')
    .where('ticket_number', '=', number)
    .where('sender', '=', 'agent')
    .execute();

test('a reply that arrives while its writer types a note elsewhere leaves the cursor there', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola', `#${first}`);
  const letGo = await hold(page, '**/replies');
  await reply(page).fill('Próg ustawia się przy dostawie.');
  await sendNow(page);
  await open(page, second);
  await page.getByText('Import 14 tys. pozycji').waitFor();
  await page.keyboard.press('n');
  await page.keyboard.type('Klient zalega, ostr');
  letGo();
  await expect.poll(() => page.getByText(`Odpowiedź wysłana: ${first}`).count()).toBe(1);
  await page.keyboard.type('ożnie z rabatem');
  expect(await page.getByLabel(/Treść notatki/).inputValue()).toBe('Klient zalega, ostrożnie z rabatem');
  await page.getByRole('button', { name: /^Odpowiedź/ }).click();
  expect(await reply(page).inputValue()).toBe('');
  await open(page, first);
  await page.getByRole('listitem').getByText('Próg ustawia się przy dostawie.').waitFor();
  expect(await reply(page).inputValue()).toBe('');
  await end();
});

test('who comes back to a reply on its way sees it on its way, and then gone', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola', `#${first}`);
  const letGo = await hold(page, '**/replies');
  await reply(page).fill('Jeszcze jedno.');
  await sendNow(page);
  await open(page, second);
  await page.getByText('Import 14 tys. pozycji').waitFor();
  await open(page, first);
  await page.getByRole('status').getByText('Wysyłanie…').waitFor();
  letGo();
  await page.getByRole('listitem').getByText('Jeszcze jedno.').waitFor();
  await expect.poll(() => reply(page).inputValue()).toBe('');
  expect((await repliesOf(first)).filter(({ text }) => text === 'Jeszcze jedno.')).toHaveLength(1);
  await end();
});

test('a reply that does not get through is named wherever its writer is, and goes by itself later', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola', `#${first}`);
  await page.route('**/replies', (route) => route.abort());
  await reply(page).fill('To dojdzie później.');
  await sendNow(page);
  await open(page, second);
  const alert = page.getByRole('alert').filter({ hasText: 'Jeszcze nie wysłano:' });
  await alert.getByRole('link', { name: first }).waitFor();
  await page.unroute('**/replies');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await alert.waitFor({ state: 'detached' });
  const arrived = async () => (await repliesOf(first)).filter(({ text }) => text === 'To dojdzie później.').length;
  await expect.poll(arrived).toBe(1);
  await end();
});

test('a reply and a note that did not get through go by themselves, once each, from the next page, whatever is open there', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola', `#${first}`);
  await page.route(/\/(replies|notes)$/, (route) => route.abort());
  await reply(page).fill('To dojdzie z następnej strony.');
  await sendNow(page);
  await page.getByRole('button', { name: /^Notatka/ }).click();
  await page.getByLabel(/Treść notatki/).fill('Ta notatka też.');
  await page.keyboard.press('Control+Enter');
  await open(page, second);
  await page
    .getByRole('alert')
    .filter({ hasText: 'Jeszcze nie wysłano:' })
    .getByRole('link', { name: first })
    .waitFor();
  await page.unroute(/\/(replies|notes)$/);
  await page.reload();
  const texts = async () =>
    (await repliesOf(first)).map(({ text }) => text).filter((text) => /dojdzie z|notatka też/.test(text));
  await expect
    .poll(async () => (await texts()).toSorted())
    .toEqual(['Ta notatka też.', 'To dojdzie z następnej strony.']);
  await end();
});

test('what is typed before a slow ticket is there is written into its reply', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola');
  const letGo = await hold(page, `**/tickets/${second}`);
  await page.getByRole('link', { name: /Plik CSV z hurtowni/ }).press('Enter');
  await page.getByRole('heading', { name: `Zgłoszenie ${second}` }).waitFor();
  await page.keyboard.press('r');
  await page.keyboard.type('Panu juz rano ');
  letGo();
  await reply(page).waitFor();
  await page.keyboard.type('nie robi nic wiecej');
  await expect.poll(() => reply(page).inputValue()).toBe('Panu juz rano nie robi nic wiecej');
  expect(page.url()).toContain(`#${second}`);
  await end();
});

test('who goes on to the search while a slow ticket is awaited types there', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola');
  const letGo = await hold(page, `**/tickets/${second}`);
  await open(page, second);
  await page.getByRole('heading', { name: `Zgłoszenie ${second}` }).waitFor();
  await page.keyboard.press('r');
  await page.getByRole('searchbox').click();
  await page.keyboard.type('kurier');
  expect(await page.getByRole('searchbox').inputValue()).toBe('kurier');
  letGo();
  await end();
});
