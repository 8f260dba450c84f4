import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, startDemo } from '../support/demo.ts';
import { deskUrl, numberOf, signIn } from '../support/desk-page.ts';
import { findings } from '../support/findings.ts';

let demo: Demo;
let first: string;
let second: string;
beforeAll(async () => {
  demo = await startDemo();
  first = await numberOf(demo, 'Darmowa dostawa od 200 zł');
  second = await numberOf(demo, 'Plik CSV z hurtowni');
});
afterAll(() => demo.close());

const field = (page: Page) => page.getByLabel('Treść odpowiedzi');
const undo = (page: Page, number: string) => page.getByRole('button', { name: `Cofnij ${number}` });
async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Konto: Ola Nowak' }).click();
  await page.getByRole('button', { name: 'Wyloguj', exact: true }).click();
}
const repliesWith = (text: string) =>
  demo.store.selectFrom('messages').select('ticket_number').where('text', '=', text).execute();

test('a reply that was sent with the next ticket follows there, and undoing it brings back its text and its cursor', async () => {
  const { page, complaints, end } = await demo.visit();
  await signIn(page, demo, 'ola', `#${first}`);
  await page.getByRole('link', { name: 'Plik CSV z hurtowni' }).waitFor();
  await field(page).fill('Próg ustawia się przy dostawie.');
  await field(page).evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(5, 5));
  await page.getByRole('button', { name: 'Wyślij i następne' }).click();
  await undo(page, first).waitFor();
  expect(page.url()).not.toContain(`#${first}`);
  expect(page.url()).toMatch(/#\d{7}$/);
  expect(await findings(page), 'a reply on its way').toEqual([]);

  await page.keyboard.press('z');
  await expect.poll(() => page.url()).toContain(`#${first}`);
  await expect.poll(() => field(page).inputValue()).toBe('Próg ustawia się przy dostawie.');
  await expect.poll(() => field(page).evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.type('!');
  expect(await field(page).inputValue()).toBe('Próg !ustawia się przy dostawie.');
  expect(await undo(page, first).count()).toBe(0);
  expect(await repliesWith('Próg ustawia się przy dostawie.')).toEqual([]);
  await field(page).fill('');
  expect(complaints.filter((complaint) => !/status of 401/.test(complaint))).toEqual([]);
  await end();
});

test('who stays sees the reply in the thread, marked as not gone, until it went; and the ticket is theirs', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola', `#${second}`);
  await field(page).fill('Opis formatu jest w rozdziale 4.');
  await field(page).press('Control+Shift+Enter');
  const message = page.getByRole('listitem').filter({ hasText: 'Opis formatu jest w rozdziale 4.' });
  await message.getByText('jeszcze nie wysłana').waitFor();
  expect(await repliesWith('Opis formatu jest w rozdziale 4.')).toEqual([]);
  await page.getByRole('button', { name: /^Wyślij teraz/ }).click();
  await message.getByText('jeszcze nie wysłana').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Przypisane do: Ola Nowak' }).waitFor();
  expect(await message.count()).toBe(1);
  expect(await repliesWith('Opis formatu jest w rozdziale 4.')).toEqual([{ ticket_number: second }]);
  await end();
});

test('a page that is closed sends what waits in it at once, and the next one does not send it again', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola', `#${first}`);
  await field(page).fill('Wysłane przy zamknięciu.');
  await field(page).press('Control+Enter');
  await undo(page, first).waitFor();
  const other = await page.context().newPage();
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => repliesWith('Wysłane przy zamknięciu.')).toHaveLength(1);
  await other.goto(deskUrl(demo));
  await other.getByText('Na żywo').waitFor();
  await expect.poll(() => other.getByRole('alert').getByText(first).count()).toBe(0);
  expect(await repliesWith('Wysłane przy zamknięciu.')).toHaveLength(1);
  await end();
});

test('the file of a reply goes while the reply waits: closing the page leaves it only what names it', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola', `#${first}`);
  let parts = 0;
  page.on('requestfinished', (request) => {
    if (request.method() === 'PUT') parts++;
  });
  await field(page).fill('W załączniku jest log.');
  const content = Buffer.from('linia logu\n'.repeat(60_000)); // three parts
  await page.locator('input[type=file]').setInputFiles({ name: 'log.txt', mimeType: 'text/plain', buffer: content });
  await page.getByText('log.txt').first().waitFor();
  const whole = () =>
    demo.store
      .selectFrom('uploads')
      .select(['message_id', 'received'])
      .where('name', '=', 'log.txt')
      .where('received', '=', content.length)
      .execute();
  await field(page).press('Control+Enter');
  await undo(page, first).waitFor();
  await expect.poll(async () => (await whole()).map(({ message_id }) => message_id)).toEqual([null]);
  expect(await repliesWith('W załączniku jest log.')).toEqual([]);
  await expect.poll(() => parts).toBe(3); // and the page has heard so
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => repliesWith('W załączniku jest log.')).toHaveLength(1);
  expect((await whole()).map(({ message_id }) => message_id)).toEqual([expect.any(Number)]);
  await end();
});

test('who signs out sends what waits first', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola', `#${first}`);
  await field(page).fill('Wysłane przed wylogowaniem.');
  await field(page).press('Control+Enter');
  await undo(page, first).waitFor();
  await signOut(page);
  await page.getByRole('button', { name: 'Zaloguj się' }).waitFor();
  expect(await repliesWith('Wysłane przed wylogowaniem.')).toEqual([{ ticket_number: first }]);
  await end();
});

test('a page that dies sends nothing; the next one does', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola', `#${first}`);
  await field(page).fill('Wysłane przez następną.');
  await field(page).press('Control+Enter');
  await undo(page, first).waitFor();
  // Long enough for the disk; a page that crashed runs nothing any more.
  await page.waitForTimeout(500);
  const other = await page.context().newPage();
  const session = await page.context().newCDPSession(page);
  session.send('Page.crash').catch(() => {});
  await page.waitForEvent('crash');
  expect(await repliesWith('Wysłane przez następną.')).toEqual([]);
  await other.goto(deskUrl(demo));
  await expect.poll(() => repliesWith('Wysłane przez następną.'), { timeout: 20_000 }).toHaveLength(1);
  await end();
});

test('a reply that is refused after its wait comes back: it is named wherever its writer is, its text is in the field, and who was signing out is still there', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola', `#${second}`);
  await field(page).fill('Za późno.');
  await field(page).press('Control+Enter');
  await page.getByRole('button', { name: 'Konto: Ola Nowak' }).waitFor();
  await demo.store
    .updateTable('tickets')
    .set((row) => ({ message_count: row('message_count', '+', 1) }))
    .where('number', '=', second)
    .execute();
  await signOut(page);
  const alert = page.getByRole('alert').filter({ hasText: second });
  await alert.getByText('nie wysłano, bo w rozmowie jest nowa wiadomość').waitFor();
  await alert.getByRole('link', { name: second }).click();
  await expect.poll(() => field(page).inputValue()).toBe('Za późno.');
  await page.getByText('Nie wysłano: w rozmowie jest nowa wiadomość').waitFor();
  await end();
});
