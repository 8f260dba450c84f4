import { afterAll, beforeAll, expect, test } from 'vitest';
import { afterCustomerMessage } from '../../src/policy/thread.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { findTicket, type TicketRow } from '../../src/store/tickets.ts';
import { tellWhatIsBack } from '../../src/tickets/tell-what-is-due.ts';
import { toThreadState } from '../../src/tickets/thread-columns.ts';
import { writeReply } from '../../src/tickets/write-reply.ts';
import { type Demo, LETTER, openHelp, send, startDemo, typeLetter } from '../support/demo.ts';
import { deskUrl, leaveAs, numberOf, sendNow, signIn } from '../support/desk-page.ts';
import { findings } from '../support/findings.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

/** The time of something that was promised, or put off, is over: nobody waits for it in a test. */
async function pass(number: string, columns: 'follow_up_at' | 'snoozed_until'): Promise<void> {
  const past = toInstantText(Temporal.Now.instant().subtract({ minutes: 5 }));
  const store = demo.store;
  const { length } = await store.selectFrom('follow_ups').selectAll().where('ticket_number', '=', number).execute();
  await store.updateTable('follow_ups').set({ due_at: past }).where('ticket_number', '=', number).execute();
  await store
    .updateTable('tickets')
    .set({ [columns]: past, queue_return_at: past })
    .where('number', '=', number)
    .execute();
  expect(length).toBe(columns === 'follow_up_at' ? 1 : 0);
}

test('what a ready text promised is told to the owner, comes back when it is forgotten, late, and is in the report', async () => {
  const [ola, shop] = [await demo.visit(), await demo.visit()];
  const subject = 'Rabat nie liczy się z kuponem';
  await shop.page.goto(demo.url('zuraw'));
  await openHelp(shop.page);
  await typeLetter(shop.page, { ...LETTER, subject });
  const number = await send(shop.page);
  await signIn(ola.page, demo, 'ola', `#${number}`);
  const { page } = ola;
  await page.getByText(LETTER.description).waitFor();
  await page.keyboard.press('r');
  await page.getByRole('button', { name: 'Teksty' }).click();
  await page.getByRole('button', { name: /^Sprawdzamy/ }).click();
  await page.getByRole('button', { name: /^odpiszemy do/ }).waitFor();
  const text = await page.getByLabel('Treść odpowiedzi').inputValue();
  expect(text).toMatch(/najpóźniej \d\d\.\d\d\.\d{4}, \d\d:\d\d\.$/);
  await page.getByRole('button', { name: 'Potem: W trakcie' }).waitFor();
  // The draft and its time are there after a reload.
  await page.reload();
  await page.getByText(LETTER.description).waitFor();
  await page.getByRole('button', { name: /^odpiszemy do/ }).waitFor();
  expect(await page.getByLabel('Treść odpowiedzi').inputValue()).toBe(text);
  expect(await findings(page)).toEqual([]);
  await sendNow(page);
  await page.getByRole('button', { name: 'Status: W trakcie' }).waitFor();
  const { follow_up_at } = await demo.store
    .selectFrom('tickets')
    .select('follow_up_at')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  expect(follow_up_at).not.toBeNull();
  await shop.page.getByRole('button', { name: 'Moje zgłoszenia' }).click();
  await shop.page.getByRole('button', { name: new RegExp(subject) }).click();
  await shop.page.getByText(/^Odpowiemy najpóźniej/).waitFor();

  await pass(number, 'follow_up_at');
  await page.reload();
  const promised = page.getByRole('region', { name: /Obiecane/ });
  await promised
    .getByRole('link', { name: subject })
    .getByText(/obiecane na|spóźnione/)
    .waitFor();
  await page.getByRole('link', { name: 'Raporty' }).click();
  await page.getByRole('table', { name: 'Odpiszemy do' }).getByText('Ola Nowak').waitFor();
  await shop.end();
  await ola.end();
});

test('what is put off comes back by itself, and says so', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola');
  const subject = 'Kolejność kategorii w menu';
  const number = await numberOf(demo, subject);
  await page.goto(deskUrl(demo, `#${number}`));
  await page.getByRole('heading', { name: subject }).waitFor();
  await page.keyboard.press('h');
  await page.locator('.more-list .menu-list button').first().click();
  await expect
    .poll(() =>
      demo.store.selectFrom('tickets').select('snoozed_until').where('number', '=', number).executeTakeFirst(),
    )
    .not.toEqual({ snoozed_until: null });
  await pass(number, 'snoozed_until');
  expect(await tellWhatIsBack({ store: demo.store, now: () => Temporal.Now.instant() })).toBeGreaterThan(0);
  const promised = page.getByRole('region', { name: /Obiecane/ });
  await promised
    .getByRole('link', { name: subject })
    .getByText(/wróciło/)
    .waitFor();
  await end();
});

test('a bare thanks after an outage stands in no outage, and is left as solved with one press, or closed with another', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola');
  const subject = 'Nie można złożyć zamówienia';
  const number = await numberOf(demo, subject);
  await page.goto(deskUrl(demo, `#${number}`));
  await page.getByRole('heading', { name: subject }).waitFor();
  await page.keyboard.press('r');
  await page.keyboard.type('Naprawione, proszę sprawdzić.');
  await leaveAs(page, 'Rozwiązane');
  await sendNow(page);
  await page.getByRole('button', { name: 'Status: Rozwiązane' }).waitFor();
  const writer = { actor: 'customer', author: null, sender: 'customer' } as const;
  const thank = () =>
    demo.store.transaction().execute(async (transaction) => {
      const ticket = (await findTicket(transaction, number)) as TicketRow;
      const now = Temporal.Now.instant();
      const after = afterCustomerMessage(toThreadState(ticket), now);
      const thanks = { by: writer, text: 'Dziękuję!', after, isSeen: false, isThanks: true };
      await writeReply(transaction, ticket, thanks, now);
    });
  const leave = page.getByRole('button', { name: 'Zostaw jako rozwiązane' });
  const { page: colleagues, end: endColleagues } = await demo.visit();
  await signIn(colleagues, demo, 'jan', `#${number}`);
  await thank();
  await colleagues.getByRole('button', { name: 'Zostaw jako rozwiązane' }).waitFor();
  await leave.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Status: Rozwiązane' }).waitFor();
  await leave.waitFor({ state: 'detached' });
  await colleagues.getByRole('button', { name: 'Zostaw jako rozwiązane' }).waitFor({ state: 'detached' });
  await endColleagues();

  await thank();
  const row = page.getByRole('region', { name: /^Kolejka/ }).getByRole('link', { name: subject });
  await row.getByText('podziękowanie').waitFor();
  const press = page.getByRole('button', { name: 'Podziękowanie, zamknij' });
  await press.waitFor();
  expect(await findings(page)).toEqual([]);
  await press.click();
  await page.getByRole('button', { name: 'Status: Zamknięte' }).waitFor();
  await end();
});
