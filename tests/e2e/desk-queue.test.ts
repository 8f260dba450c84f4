import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TicketRow } from '../../src/store/tickets.ts';
import { type Demo, startDemo } from '../support/demo.ts';
import { numberOf, signIn } from '../support/desk-page.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const inMs = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
const section = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });

/** Changes a ticket behind the service's back: no event tells of it. */
const change = (number: string, columns: Partial<TicketRow>) =>
  demo.store.updateTable('tickets').set(columns).where('number', '=', number).execute();

/** Any ticket that waits for a reply and is no outage. */
async function aWaitingOne(): Promise<{ number: string; subject: string }> {
  return demo.store
    .selectFrom('tickets')
    .select(['number', 'subject'])
    .where('queue_waiting', '=', 1)
    .where('queue_outage', '=', 0)
    .orderBy('sequence', 'desc')
    .executeTakeFirstOrThrow();
}

test('a ticket that an agent opens without a fact stands in the queue, and is theirs', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola');
  await page.keyboard.press('p');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('phone-shop');
  await page.keyboard.type('zrod');
  await page.getByText('Źródło Smaków').waitFor();
  await page.keyboard.press('Enter');
  await page.getByLabel('Temat w kilku słowach').fill('Pytanie o fakturę');
  await page.getByLabel(/^Co się dzieje/).fill('Sklep pyta, gdzie jest faktura.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'Pytanie o fakturę' }).waitFor();
  await section(page, 'Kolejka').getByRole('link', { name: 'Pytanie o fakturę' }).waitFor();
  expect(await section(page, 'Awarie').getByRole('link', { name: 'Pytanie o fakturę' }).count()).toBe(0);
  const number = await numberOf(demo, 'Pytanie o fakturę');
  const ticket = await demo.store
    .selectFrom('tickets')
    .innerJoin('agents', 'agents.id', 'assignee_id')
    .select(['agents.name', 'topic'])
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  expect(ticket).toEqual({ name: expect.stringMatching(/^Ola/), topic: 'other' });
  await end();
});

test('a late outage says that it is late, in its row and in its head', async () => {
  const { number, subject } = await demo.store
    .selectFrom('tickets')
    .select(['number', 'subject'])
    .where('queue_outage', '=', 1)
    .where('queue_waiting', '=', 1)
    .executeTakeFirstOrThrow();
  const due = inMs(-8 * 3_600_000 - 60_000);
  await change(number, { waiting_since: inMs(-80 * 3_600_000), answer_by: due, queue_due_at: due });
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola', `#${number}`);
  const row = section(page, 'Awarie').getByRole('listitem').filter({ hasText: subject });
  await row.getByText('spóźnione o 8 godz.').waitFor();
  await page.getByRole('region', { name: subject, exact: true }).getByText('spóźnione o 8 godz.').waitFor();
  await end();
});

test('a desk that is live moves its lists when their time has come, though nothing happens', async () => {
  const back = await aWaitingOne();
  const at = inMs(9000);
  await change(back.number, {
    status: 'in-progress',
    waiting_since: null,
    answer_by: null,
    queue_waiting: 0,
    snoozed_until: at,
    queue_return_at: at,
  });
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola');
  await section(page, 'Kolejka').getByRole('listitem').first().waitFor();
  const row = section(page, 'Obiecane').getByRole('listitem').filter({ hasText: back.subject });
  expect(await row.count()).toBe(0);
  await row
    .getByText(/wróciło/)
    .first()
    // A read just before that instant puts the next one off by the floor and the jitter of `desk/models/boundary.ts`.
    .waitFor({ timeout: 30_000 });
  await page.getByText('Na żywo').waitFor();
  await end();
});
