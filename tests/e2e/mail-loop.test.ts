import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agentReplies } from '../support/agent-writes.ts';
import { PNG } from '../support/customer.ts';
import {
  chooseTopic,
  type Demo,
  LETTER,
  openHelp,
  receiptNumber,
  send,
  startDemo,
  typeLetter,
} from '../support/demo.ts';
import { signIn } from '../support/desk-page.ts';
import { findings } from '../support/findings.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const post = () => `http://localhost:${demo.port}/demo/poczta`;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** The page of the demo's mail with this person's letters, once the newest of them says something. */
async function mailboxOf(page: Page, person: string, words: string) {
  const said = () => demo.office.letters().find(({ to, way }) => way === 'out' && to === person);
  await expect.poll(() => `${said()?.subject} ${said()?.text}`, { timeout: 15_000 }).toContain(words);
  await page.goto(post());
  return page.getByRole('article').filter({ hasText: person }).first();
}

/** Answers the newest letter of a thread there. */
async function answer(thread: Locator, text: string, file?: { name: string; mimeType: string; buffer: Buffer }) {
  await thread.getByText('Odpowiedz jak klient').click();
  await thread.getByRole('textbox').fill(text);
  if (file) await thread.getByLabel('Plik').setInputFiles(file);
  await thread.getByRole('button', { name: 'Wyślij odpowiedź' }).click();
  await thread.page().getByRole('status').getByText('Wysłano').waitFor();
}

test('an owner who never comes back to the panel gets the reply, and answers it on a phone, with a picture', async () => {
  const owner = await demo.visit();
  await owner.page.goto(demo.url('zuraw'));
  await openHelp(owner.page);
  await owner.page.getByLabel('Co się dzieje?').fill('Gdzie go ustawić?');
  await owner.page.getByLabel('Tytuł').fill('Próg darmowej dostawy');
  await chooseTopic(owner.page, 'configuration');
  await owner.page.getByLabel('Twój e-mail').fill('anna@poczta.localhost');
  await owner.page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click();
  const number = await receiptNumber(owner.page);
  await owner.end();

  const desk = await demo.visit();
  const phone = await demo.visit(PHONE);
  await mailboxOf(phone.page, 'anna@poczta.localhost', `zgłoszenie nr ${number} jest u nas.`);
  const action = { number, actor: 'operator', author: 'Marek' };
  const now = () => Temporal.Now.instant().subtract({ minutes: 3 });
  await agentReplies({ store: demo.store, now }, action, { text: 'W „Dostawa”.', status: 'waiting-for-customer' });
  await signIn(desk.page, demo, 'ola', `#${number}`);

  const thread = await mailboxOf(phone.page, 'anna@poczta.localhost', 'W „Dostawa”.');
  expect(await findings(phone.page)).toEqual([]);
  await thread.getByRole('link', { name: `/z/#${number}.` }).click();
  await phone.page.getByText('W „Dostawa”.').waitFor();
  expect(phone.page.url()).not.toContain(number); // the key leaves the address bar
  await phone.page.getByLabel('Twoja wiadomość').fill('U mnie wygląda to tak.');
  const chooser = phone.page.waitForEvent('filechooser');
  await phone.page.getByRole('button', { name: 'Dodaj plik' }).click();
  await (await chooser).setFiles({ name: 'zrzut.png', mimeType: 'image/png', buffer: PNG });
  await phone.page.getByRole('button', { name: 'Wyślij wiadomość' }).click();

  // The desk that has the ticket open shows it as it happens.
  const message = desk.page.getByRole('listitem').filter({ hasText: 'U mnie wygląda to tak.' });
  await message.getByText('zrzut.png').first().waitFor();
  expect(phone.complaints).toEqual([]);
  for (const visit of [desk, phone]) await visit.end();
});

test('an owner who reads the reply at once where they wrote gets no letter of it', async () => {
  const { page, end } = await demo.visit();
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  await typeLetter(page, LETTER);
  const number = await send(page);
  const action = { number, actor: 'operator', author: 'Marek' };
  const now = () => Temporal.Now.instant();
  await agentReplies({ store: demo.store, now }, action, { text: 'W „Wysyłce”.', status: 'waiting-for-customer' });
  const letter = demo.store
    .selectFrom('deliveries')
    .select(['state', 'reason'])
    .where('ticket_number', '=', number)
    .where('kind', '=', 'reply');
  await page.getByRole('button', { name: 'Zobacz zgłoszenie' }).click();
  await page.getByText('W „Wysyłce”.').waitFor();
  expect(await letter.execute()).toEqual([{ state: 'due', reason: null }]);
  await page.getByLabel('Twoja wiadomość').click();
  await expect.poll(() => letter.execute()).toEqual([{ state: 'stopped', reason: 'read-in-panel' }]);
  await end();
});

test('a letter without number and address is asked for them; what is answered opens the ticket, of the first letter’s time', async () => {
  const { page, end } = await demo.visit();
  await page.goto(post());
  await page.getByLabel('Twój adres').fill('ewa@poczta.localhost');
  await page.getByLabel('Treść').fill('Nie działa koszyk.');
  await page.getByRole('button', { name: 'Wyślij list' }).click();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Wysłano');
  expect(await findings(page)).toEqual([]);
  const asked = await mailboxOf(page, 'ewa@poczta.localhost', 'potrzebujemy numeru i adresu sklepu');
  await answer(asked, `7KcWt9Ru, ${demo.url('zuraw', '')}`);
  const thread = await mailboxOf(page, 'ewa@poczta.localhost', 'jest u nas.');
  expect(await thread.getByRole('listitem').count()).toBe(4);
  const ticket = demo.store.selectFrom('tickets').where('contact_email', '=', 'ewa@poczta.localhost');
  const [opened] = await ticket.select(['channel', 'message_count', 'answer_by', 'received_at']).execute();
  const mails = demo.store.selectFrom('mails').where('from_address', '=', 'ewa@poczta.localhost').orderBy('id');
  const [first] = await mails.select('stored_at').execute();
  expect(opened).toEqual({ channel: 'email', message_count: 2, answer_by: null, received_at: first?.stored_at });
  await answer(thread, 'Dziękuję, działa.', { name: 'działa.png', mimeType: 'image/png', buffer: PNG });
  const messages = demo.store.selectFrom('messages').select(['text', 'via']).orderBy('id', 'desc').limit(1);
  await expect
    .poll(() => messages.execute(), { timeout: 15_000 })
    .toEqual([{ text: 'Dziękuję, działa.', via: 'email' }]);
  const files = demo.store.selectFrom('uploads').where('message_id', 'is not', null).select('name');
  expect((await files.execute()).map(({ name }) => name)).toContain('działa.png');
  await end();
});
