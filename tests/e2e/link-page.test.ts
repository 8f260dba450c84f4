import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TicketReceipt } from '../../src/contract/tickets/open-ticket.ts';
import { toSecretKey } from '../../src/identity/seal.ts';
import { readServiceKeys } from '../../src/identity/service-keys.ts';
import { makeTicketCode, revokeLinksByAgent } from '../../src/tickets/ticket-links.ts';
import { agentReplies } from '../support/agent-writes.ts';
import { newToken, PNG } from '../support/customer.ts';
import { type Demo, startDemo } from '../support/demo.ts';
import { findings } from '../support/findings.ts';
import { aTicket, newKey, post } from '../support/requests.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const service = () => `http://localhost:${demo.port}`;
const now = () => Temporal.Now.instant();

/** A ticket, and a link to it as its owner may make one. */
async function aLink(): Promise<{ number: string; url: string }> {
  const ticketToken = newToken();
  const opened = await fetch(
    `${service()}/api/v1/tickets`,
    post(aTicket({ ticketToken, installUrl: `http://zuraw.localhost:${demo.port}` }), { 'Idempotency-Key': newKey() }),
  );
  expect(opened.status, await opened.clone().text()).toBe(201);
  const { number } = (await opened.json()) as TicketReceipt;
  const made = await fetch(
    `${service()}/api/v1/tickets/${number}/link`,
    post({}, { Authorization: `Bearer ${ticketToken}` }),
  );
  return {
    number, // The demo of the tests learns its port after it was composed.
    url: ((await made.json()) as { url: string }).url.replace('localhost:0', `localhost:${demo.port}`),
  };
}

const PHONE = { viewport: { width: 390, height: 844 } };
const SUBJECT = 'Darmowa dostawa od 200 zł';

test('a link opens its ticket on a phone: a reply with a picture stands in it, and came by a link that was handed on', async () => {
  const { number, url } = await aLink();
  const { page, complaints, end } = await demo.visit(PHONE);
  await page.goto(url);
  await page.getByRole('heading', { name: SUBJECT }).waitFor();
  await page.getByText(`nr ${number} · Wysłane`).waitFor();
  expect(page.url()).toBe(`${service()}/z/pl`);
  await page.getByLabel('Twoja wiadomość').fill('Tak to wygląda u mnie.');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Dodaj plik' }).click();
  await (await chooser).setFiles({ name: 'zrzut.png', mimeType: 'image/png', buffer: PNG });
  await page.getByRole('img').or(page.getByText('zrzut.png')).first().waitFor();
  await page.getByRole('button', { name: 'Wyślij wiadomość' }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Tak to wygląda u mnie.' })
    .getByRole('button', { name: /Pobierz plik zrzut\.png/ })
    .waitFor();
  const rows = await demo.store
    .selectFrom('messages')
    .select(['text', 'via'])
    .where('ticket_number', '=', number)
    .execute();
  expect(rows.find(({ text }) => text.startsWith('Tak to'))?.via).toBe('handed'); // the ticket's token made it
  // After a reload the key is exchanged again; the address never has it.
  await page.reload();
  await page.getByText('Tak to wygląda u mnie.').waitFor();
  expect(page.url()).toBe(`${service()}/z/pl`);
  expect(await findings(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await end();
});

test('by keys only: whether it helped is asked after our answer; the ticket is solved, and opened again', async () => {
  const { number, url } = await aLink();
  const action = { number, actor: 'operator', author: 'Marek' };
  await agentReplies({ store: demo.store, now }, action, { text: 'W „Dostawa”.', status: 'waiting-for-customer' });
  const { page, complaints, end } = await demo.visit();
  await page.goto(url);
  const question = page.getByRole('group', { name: 'Czy to pomogło?' });
  await question.waitFor();
  expect(await findings(page)).toEqual([]);
  const tabTo = async (name: string) => {
    const button = page.getByRole('button', { name });
    await button.waitFor();
    for (let tabs = 0; tabs < 20; tabs++) {
      if (await button.evaluate((one) => (one.getRootNode() as ShadowRoot).activeElement === one)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`no Tab leads to ${name}`);
  };
  await tabTo('Jeszcze nie');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Nadal nie.');
  expect(await page.getByLabel('Twoja wiadomość').inputValue()).toBe('Nadal nie.');
  expect(await question.count()).toBe(0);
  await page.reload();
  await expect.poll(() => page.getByLabel('Twoja wiadomość').inputValue()).toMatch(/^Nadal/); // the draft is back
  await page.getByLabel('Twoja wiadomość').fill('');
  await tabTo('Tak, pomogło');
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('Rozwiązane').waitFor();
  await question.waitFor({ state: 'detached' });
  // Nobody who steers by keys is thrown back to the top of the page.
  await page.waitForFunction(() => document.querySelector('#page')?.shadowRoot?.activeElement?.tagName === 'H1');
  await tabTo('Otwórz ponownie');
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('W trakcie').waitFor();
  expect(complaints).toEqual([]);
  await end();
});

test('an hour later, and while nothing answers, a reply is not lost; revoked links open nothing, and keep what was typed', async () => {
  const { number, url } = await aLink();
  const { page, end } = await demo.visit();
  await page.goto(url);
  await page.getByRole('heading', { name: SUBJECT }).waitFor();
  await demo.store.updateTable('link_sessions').set({ expires_at: '2026-01-01T00:00:00.000Z' }).execute();
  await page.getByLabel('Twoja wiadomość').fill('Po godzinie.');
  await page.getByRole('button', { name: 'Wyślij wiadomość' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Po godzinie.' }).waitFor();
  await page.route('**/api/v1/**', (route) => route.fulfill({ status: 503, body: 'proxy' }));
  await page.getByLabel('Twoja wiadomość').fill('W trakcie przerwy.');
  await page.getByRole('button', { name: 'Wyślij wiadomość' }).click();
  await page.getByRole('status').filter({ hasText: 'W trakcie przerwy.' }).waitFor();
  expect(await findings(page)).toEqual([]);
  await page.unroute('**/api/v1/**');
  await page.getByRole('listitem').filter({ hasText: 'W trakcie przerwy.' }).waitFor();
  await page.getByLabel('Twoja wiadomość').fill('Jeszcze nie wysłane.');
  await revokeLinksByAgent({ store: demo.store, now }, { number, actor: 'operator', author: null });
  await page.getByRole('heading', { name: 'Ten link już nie otwiera zgłoszenia' }).waitFor();
  // Who is told a code finds it again.
  const { markKey } = await readServiceKeys(demo.store, [toSecretKey(new Uint8Array(32).fill(7))]);
  const made = await makeTicketCode({ store: demo.store, now, markKey }, { number, actor: 'operator', author: null });
  const byCode = page.locator('form').filter({ has: page.getByLabel('Kod z telefonu') });
  await byCode.getByLabel('Numer zgłoszenia').fill(number);
  await byCode.getByLabel('Kod z telefonu').fill(made?.code.toLowerCase() ?? '');
  await byCode.getByRole('button', { name: 'Otwórz zgłoszenie' }).press('Enter');
  await page.getByRole('heading', { name: SUBJECT }).waitFor();
  expect(await page.getByLabel('Twoja wiadomość').inputValue()).toBe('Jeszcze nie wysłane.');
  await end();
});

test('a dead link offers to send another, and says the same whether number and address fit', async () => {
  const { number } = await aLink();
  const { page, end } = await demo.visit(PHONE);
  await page.goto(`${service()}/z/#${number}.${'a'.repeat(32)}`);
  await page.getByRole('heading', { name: 'Ten link już nie otwiera zgłoszenia' }).waitFor();
  const lost = page.locator('form').filter({ has: page.getByLabel('Adres e-mail') });
  for (const email of ['biuro@ksiegarnia-zuraw.pl', 'ktos@inny.pl']) {
    await lost.getByLabel('Numer zgłoszenia').fill(number);
    await lost.getByLabel('Adres e-mail').fill(email);
    await lost.getByRole('button', { name: 'Wyślij link' }).click();
    await page.getByText('Jeśli numer i adres do siebie pasują, link przyjdzie').waitFor();
  }
  const byCode = page.locator('form').filter({ has: page.getByLabel('Kod z telefonu') });
  await byCode.getByLabel('Numer zgłoszenia').fill(number);
  await byCode.getByLabel('Kod z telefonu').fill('AAAA-AAAA');
  await byCode.getByRole('button', { name: 'Otwórz zgłoszenie' }).click();
  await page.getByText('Numer i kod do siebie nie pasują').waitFor();
  expect(await findings(page)).toEqual([]);
  await end();
});

test('without a script the page says so, and what goes without it', async () => {
  const { page, complaints, end } = await demo.visit({ javaScriptEnabled: false });
  await page.goto(`${service()}/z/`);
  // Looked for as an element: by its text Playwright passes over what stands in this one.
  const said = page.locator('noscript p');
  await said.last().waitFor();
  expect(await said.allInnerTexts()).toEqual([
    'Ta strona działa tylko z włączonym JavaScriptem.',
    'Włącz go albo otwórz link w innej przeglądarce. Jeśli e-mail zaprasza do odpowiedzi, możesz też po prostu na niego odpisać.',
  ]);
  expect(complaints).toEqual([]);
  await end();
});
