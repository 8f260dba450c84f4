import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SupportState, TOPICS, type Topic } from '../../../src/contract/lists.ts';
import type { ShopStatus } from '../../../src/contract/shops/shop-status.ts';
import type { TicketList } from '../../../src/contract/tickets/list-tickets.ts';
import type { TicketReceipt } from '../../../src/contract/tickets/open-ticket.ts';
import { aSecret, aSession } from '../../support/an-assertion.ts';
import { Customer, newToken } from '../../support/customer.ts';
import { aDeskAgent, type DeskAgent } from '../../support/desk-agent.ts';
import { aTicket, EXPIRED, newKey, post, RESOLD, ZURAW } from '../../support/requests.ts';
import { type Service, service } from '../../support/service.ts';

const LATER = { supportNumber: 'Hh2PvN6s', installUrl: 'http://www.zrodlo-smakow.pl/' };
const STRANGER = { supportNumber: 'Nikt0000', installUrl: 'https://nikt.example' };

let api: Service;
let ola: DeskAgent;
beforeAll(async () => {
  api = await service();
  ola = await aDeskAgent(api);
  await api.store
    .updateTable('shops')
    .set({ purchased_on: '2026-12-05' })
    .where('support_number', '=', LATER.supportNumber)
    .execute();
});
afterAll(() => api.discard());

async function statusOf(shop: typeof ZURAW): Promise<ShopStatus> {
  return (await api.app.request('/api/v1/shop-status', post(shop))).json() as Promise<ShopStatus>;
}

test('a licence bought on a day to come says when its support begins, in status and refusal', async () => {
  expect((await statusOf(LATER)).support).toEqual({
    state: 'expired',
    lastDay: null,
    daysLeft: 0,
    firstDay: '2026-12-05',
  });
  const refused = await api.app.request(
    '/api/v1/tickets',
    post(aTicket({ ...LATER, topic: 'running' }), { 'Idempotency-Key': newKey() }),
  );
  const problem = await refused.json();
  expect(problem).toMatchObject({ code: 'support-expired', firstDay: '2026-12-05' });
  expect(problem).not.toHaveProperty('lastDay');
});

/** What each place says of the promise of a ticket, opened now; what refuses it. */
async function saidOf(shop: typeof ZURAW, session: string | null, topic: Topic): Promise<unknown[] | string> {
  const ticketToken = newToken();
  const body = aTicket({ ...shop, topic, ticketToken });
  const opened = await api.app.request('/api/v1/tickets', post(body, { 'Idempotency-Key': newKey() }));
  if (opened.status !== 201) return 'refused';
  const receipt = (await opened.json()) as TicketReceipt;
  const thread = await new Customer(api, receipt.number, ticketToken).read();
  const headers = { Authorization: `Bearer ${session}` };
  const list = (await (await api.app.request('/api/v1/tickets', { headers })).json()) as TicketList;
  const listed = list.tickets.find(({ number }) => number === receipt.number);
  const { ticket } = await ola.ticket(receipt.number);
  const queue = await ola.queue(`?shop=${ticket.shop.id}`);
  const row = queue.sections.flatMap(({ tickets }) => tickets).find(({ number }) => number === receipt.number);
  const times = [receipt, thread, listed, ticket, row].map((said) => said?.answerBy);
  const signs = [thread, listed, ticket, row].map((said) => said?.withoutSupport);
  return [thread.promised, new Set(times), new Set(signs)];
}

test.each<[string, typeof ZURAW, SupportState]>([
  ['active', ZURAW, 'active'],
  ['over', EXPIRED, 'expired'],
  ['to begin', LATER, 'expired'],
  ['another seller’s', RESOLD, 'not-bought-directly'],
  ['of nobody we know', STRANGER, 'unrecognised'],
])('support that is %s: status, receipt, thread, list and desk say the same of every topic', async (_, shop, state) => {
  const status = await statusOf(shop);
  expect(status.support.state).toBe(state);
  const session = state === 'unrecognised' ? null : await aSession(api, await aSecret(api, shop), shop);
  for (const topic of TOPICS) {
    const offered = status.topics.find(({ id }) => id === topic);
    const said = await saidOf(shop, session, topic);
    if (!offered) expect(said, topic).toBe('refused');
    else {
      const without = offered.promised ? null : state;
      expect(said, topic).toEqual([
        offered.promised,
        new Set([offered.promised ? status.promise.answerBy : null]),
        new Set([without]),
      ]);
    }
  }
});
