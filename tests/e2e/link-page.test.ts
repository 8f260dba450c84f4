import AxeBuilder from 'axe-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TicketReceipt } from '../../src/contract/tickets/open-ticket.ts';
import { newToken, PNG } from '../support/customer.ts';
import { type Demo, startDemo } from '../support/demo.ts';
import { aTicket, newKey, post } from '../support/requests.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const service = () => `http://localhost:${demo.port}`;

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

const axe = AxeBuilder.source;

test('a link opens its ticket on a phone: a reply with a picture stands in it, and came by the link', async () => {
  const { number, url } = await aLink();
  const { page, complaints, end } = await demo.visit({ viewport: { width: 390, height: 844 } });
  await page.goto(url);
  await page.getByRole('heading', { name: 'Darmowa dostawa od 200 zł' }).waitFor();
  expect(page.url()).toBe(`${service()}/z/pl`);
  await page.getByLabel('Odpowiedź').fill('Tak to wygląda u mnie.');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Dodaj plik' }).click();
  await (await chooser).setFiles({ name: 'zrzut.png', mimeType: 'image/png', buffer: PNG });
  await page.getByRole('img').or(page.getByText('zrzut.png')).first().waitFor();
  await page.getByRole('button', { name: 'Wyślij odpowiedź' }).click();
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
  expect(rows.find(({ text }) => text.startsWith('Tak to'))?.via).toBe('link');
  // After a reload the key is exchanged again; the address never has it.
  await page.reload();
  await page.getByText('Tak to wygląda u mnie.').waitFor();
  expect(page.url()).toBe(`${service()}/z/pl`);
  await page.evaluate(axe);
  const faults = await page.evaluate(async () => {
    const { violations } = await (
      globalThis as never as { axe: { run: () => Promise<{ violations: { id: string }[] }> } }
    ).axe.run();
    return violations.map(({ id }) => id);
  });
  expect(faults).toEqual([]);
  expect(complaints).toEqual([]);
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/390.png`, fullPage: true });
  await end();
});

test('a dead link offers to send another, and says the same whether number and address fit', async () => {
  const { number } = await aLink();
  const { page, end } = await demo.visit();
  await page.goto(`${service()}/z/#${number}.${'a'.repeat(32)}`);
  await page.getByRole('heading', { name: 'Ten odnośnik już nie otwiera zgłoszenia' }).waitFor();
  for (const email of ['biuro@ksiegarnia-zuraw.pl', 'ktos@inny.pl']) {
    await page.getByLabel('Numer').first().fill(number);
    await page.getByLabel('Adres e-mail').fill(email);
    await page.getByRole('button', { name: 'Wyślij odnośnik' }).click();
    await page.getByText('Jeśli numer i adres do siebie pasują, wysłaliśmy odnośnik.').waitFor();
  }
  await page.getByLabel('Numer').last().fill(number);
  await page.getByLabel('Kod z telefonu').fill('AAAA-AAAA');
  await page.getByRole('button', { name: 'Otwórz zgłoszenie' }).click();
  await page.getByText('Numer i kod do siebie nie pasują').waitFor();
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/dead.png`, fullPage: true });
  await end();
});
