import { afterEach, beforeEach, expect, test } from 'vitest';
import { ticketNumber } from '../../../src/contract/tickets/ticket-number.ts';
import { toInstantText } from '../../../src/store/instants.ts';
import { insertTicket } from '../../../src/store/tickets.ts';
import { aTicketRow } from '../../support/a-ticket-row.ts';
import { aSecret, aSession } from '../../support/an-assertion.ts';
import { aCustomer } from '../../support/customer.ts';
import { aDeskAgent, type DeskAgent, numbersIn } from '../../support/desk-agent.ts';
import { aTicket, newKey, post } from '../../support/requests.ts';
import { NOW, type Service, service } from '../../support/service.ts';

const SHOPS = [2, 3, 4, 5, 6, 7];
const OF_EACH = 30;

let api: Service;
let ola: DeskAgent;
beforeEach(async () => {
  api = await service();
  ola = await aDeskAgent(api);
  await api.store.transaction().execute(async (transaction) => {
    for (let index = 0; index < SHOPS.length * OF_EACH; index++) {
      const began = toInstantText(NOW.subtract({ seconds: (SHOPS.length * OF_EACH - index) * 10 }));
      const forged = { channel: 'panel', proof: 'panel', subject: `Sklep nie działa ${index}` } as const;
      const row = aTicketRow(200_001 + index, {
        ...forged,
        shop_id: SHOPS[index % SHOPS.length] as number,
        queue_outage: 1,
        received_at: began,
        waiting_since: began,
      });
      await insertTicket(transaction, row);
    }
  });
});
afterEach(() => api.discard());

const forged = (index: number) => ticketNumber(200_001 + index);
const outage = { outage: { facts: ['shop-down' as const] } };
const outages = async (query = '') => (await ola.queue(query)).sections.find(({ section }) => section === 'outages');

test('180 forged outages of six shops take eighteen rows: the newest subject of each shop says how many there are', async () => {
  const section = await outages();
  expect(section?.count).toBe(180);
  expect(section?.next).toBeNull();
  expect(section?.tickets.map(({ folded }) => folded)).toEqual([...Array(12).fill(null), ...Array(6).fill(28)]);
  expect(section?.tickets.slice(12).map(({ subject }) => subject)).toEqual(
    [174, 175, 176, 177, 178, 179].map((index) => `Sklep nie działa ${index}`),
  );
});

test('a real outage of a session goes before all of them', async () => {
  const headers = { 'Idempotency-Key': newKey(), Authorization: `Bearer ${await aSession(api, await aSecret(api))}` };
  const sent = await api.app.request('/api/v1/tickets', post(aTicket(outage), headers));
  const { number } = (await sent.json()) as { number: string };
  const [first] = (await outages())?.tickets ?? [];
  expect([first?.number, first?.proof, first?.folded]).toEqual([number, 'verified', null]);
});

test('a real outage of another shop that proves nothing is on the first page', async () => {
  const { number } = await aCustomer(api, outage);
  expect(numbersIn(await ola.queue(), 'outages').indexOf(number)).toBe(18);
});

test('a row of many opens, and what an agent vouches for leaves it and goes before all', async () => {
  const inFold = Array.from({ length: 28 }, (_, index) => forged(12 + index * 6));
  const opened = await outages('?unfold=2');
  expect(opened?.tickets.map(({ number }) => number)).toEqual(inFold);
  expect(opened?.tickets.every(({ folded }) => folded === null)).toBe(true);
  const [, real] = inFold as [string, string];
  await ola.tell(`/tickets/${real}/vouch`, { isVouched: true });
  expect((await outages())?.tickets[0]).toMatchObject({ number: real, proof: 'vouched' });
  const left = inFold.filter((number) => number !== real);
  expect((await outages('?unfold=2'))?.tickets.map(({ number }) => number)).toEqual(left);
  await ola.tell(`/tickets/${real}/vouch`, { isVouched: false });
  expect((await outages('?unfold=2'))?.tickets.map(({ number }) => number)).toEqual(inFold);
});

test('once the first two are answered, the next two of the shop stand for themselves', async () => {
  for (const index of [0, 6]) await ola.answer(forged(index), 'Sprawdzamy.');
  const ofShop = (await outages('?shop=2'))?.tickets ?? [];
  expect(ofShop.map(({ number, folded }) => [number, folded])).toEqual([
    [forged(12), null],
    [forged(18), null],
    [forged(174), 26],
  ]);
});

test('the lists are filtered by proof, and every row says its own', async () => {
  const { number } = await aCustomer(api, outage);
  expect(numbersIn(await ola.queue('?proof=unverified'), 'outages')).toEqual([number]);
  const all = (await (await ola.ask('/tickets?proof=unverified')).json()) as { tickets: object[] };
  expect(all.tickets).toMatchObject([{ number, proof: 'unverified', folded: null }]);
  const found = (await (await ola.ask(`/search?q=${number}`)).json()) as { tickets: object[] };
  expect(found.tickets).toMatchObject([{ number, proof: 'unverified' }]);
  expect((await ola.ask('/queue?proof=sure')).status).toBe(422);
  expect((await ola.ask('/queue?unfold=dwa')).status).toBe(422);
});
