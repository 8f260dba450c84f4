import { afterAll, beforeAll, expect, test } from 'vitest';
import { agentReplies } from '../support/agent-writes.ts';
import { type Demo, openHelp, receiptNumber, startDemo } from '../support/demo.ts';
import { findings } from '../support/findings.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const post = () => `http://localhost:${demo.port}/demo/poczta`;

test('a ticket from the panel brings a letter, whose reply brings another; the page shows both, and links in them', async () => {
  const { page, complaints, end } = await demo.visit();
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  await page.getByLabel('Czego dotyczy zgłoszenie').selectOption('configuration');
  await page.getByLabel('Temat').fill('Próg darmowej dostawy');
  await page.getByLabel('Opis').fill('Gdzie go ustawić?');
  await page.getByLabel('E-mail do kontaktu').fill('anna@poczta.localhost');
  await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click();
  const number = await receiptNumber(page);
  await expect
    .poll(() => demo.office.letters().find(({ subject }) => subject.includes(number))?.to)
    .toBe('anna@poczta.localhost');
  const action = { number, actor: 'operator', author: 'Marek' };
  const now = () => Temporal.Now.instant().subtract({ minutes: 3 });
  await agentReplies({ store: demo.store, now }, action, { text: 'W „Dostawa”.', status: 'waiting-for-customer' });
  await expect.poll(() => demo.office.letters()[0]?.text).toContain('W „Dostawa”.');
  await page.goto(post());
  const letter = page.getByRole('listitem').filter({ hasText: 'W „Dostawa”.' });
  const link = letter.getByRole('link', { name: `/z/#${number}.` });
  expect(await link.getAttribute('href')).toMatch(
    new RegExp(`^http://localhost:${demo.port}/z/#${number}\\.[\\w-]{32}$`),
  );
  expect(await findings(page)).toEqual([]);
  await link.click();
  await page.getByText('W „Dostawa”.').waitFor();
  // The key leaves the address bar.
  expect(page.url()).not.toContain(number);
  expect(complaints).toEqual([]);
  await end();
});

test('a customer answers a letter, and writes one without the shop’s number, is asked, and answers that', async () => {
  const { page, end } = await demo.visit();
  await page.goto(post());
  const answering = page.getByRole('listitem').filter({ hasText: 'W „Dostawa”.' });
  await answering.getByText('Odpowiedz jak klient').click();
  await answering.getByRole('textbox').fill('Dziękuję, działa.');
  await answering.getByRole('button', { name: 'Wyślij odpowiedź' }).click();
  const messages = () =>
    demo.store.selectFrom('messages').select(['text', 'via']).orderBy('id', 'desc').limit(1).execute();
  await expect.poll(messages, { timeout: 15_000 }).toEqual([{ text: 'Dziękuję, działa.', via: 'email' }]);
  await page.getByLabel('Twój adres').fill('ewa@poczta.localhost');
  await page.getByLabel('Treść').fill('Nie działa koszyk.');
  await page.getByRole('button', { name: 'Wyślij list' }).click();
  const question = () => demo.office.letters().find(({ to }) => to === 'ewa@poczta.localhost')?.subject;
  await expect.poll(question, { timeout: 15_000 }).toBe('Pomoc shopGold: potrzebujemy numeru i adresu sklepu');
  await page.reload();
  const asked = page.getByRole('listitem').filter({ hasText: 'potrzebujemy numeru' });
  await asked.getByText('Odpowiedz jak klient').click();
  await asked.getByRole('textbox').fill(`7KcWt9Ru, ${demo.url('zuraw', '')}`);
  await asked.getByRole('button', { name: 'Wyślij odpowiedź' }).click();
  const tickets = () =>
    demo.store
      .selectFrom('tickets')
      .select(['channel', 'message_count'])
      .where('contact_email', '=', 'ewa@poczta.localhost')
      .execute();
  await expect.poll(tickets, { timeout: 15_000 }).toEqual([{ channel: 'email', message_count: 2 }]);
  await end();
});
