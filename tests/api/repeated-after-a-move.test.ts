import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changeShopAddress } from '../../src/shops/move-shop.ts';
import { findShopByNumber } from '../../src/store/shops.ts';
import { aSecret, aSession } from '../support/an-assertion.ts';
import { aCustomer, type Customer, newToken } from '../support/customer.ts';
import { aDeskAgent, type DeskAgent } from '../support/desk-agent.ts';
import { aTicket, newKey, post, ZURAW } from '../support/requests.ts';
import { type Service, service } from '../support/service.ts';

let api: Service;
let marek: DeskAgent;
let anna: Customer;
let shop: number;
beforeEach(async () => {
  api = await service();
  marek = await aDeskAgent(api, 'Marek Lis', 'marek@shopgold.pl', 'admin');
  anna = await aCustomer(api);
  shop = (await findShopByNumber(api.store, ZURAW.supportNumber))?.id ?? 0;
});
afterEach(() => api.discard());

/** The shop moves, and a year later nothing recognises its former address any more. */
async function moveAway(): Promise<void> {
  const deps = { store: api.store, now: () => api.clock.now };
  await changeShopAddress(deps, { shop, address: 'https://zuraw.example' }, marek.id);
  await api.store
    .updateTable('shop_addresses')
    .set({ until: '2026-11-22T09:00:00.000Z' })
    .where('kind', '=', 'former')
    .execute();
}

const ticketToken = newToken();
const open = (headers: Record<string, string>) =>
  Promise.resolve(api.app.request('/api/v1/tickets', post(aTicket({ ticketToken }), headers)));
const CALL = {
  topic: 'outage',
  subject: 'Sklep pokazuje białą stronę',
  description: 'Od rana nie da się kupić.',
  contact: { email: 'biuro@ksiegarnia-zuraw.pl' },
  outage: { facts: ['shop-down'] },
};

describe('a request whose response was lost is the same one after its shop has moved', () => {
  const EVERY_KEY: [string, (key: string) => Promise<Response>][] = [
    ['a ticket', (key) => open({ 'Idempotency-Key': key })],
    [
      'a ticket with a session',
      async (key) =>
        open({ 'Idempotency-Key': key, Authorization: `Bearer ${await aSession(api, await aSecret(api))}` }),
    ],
    ['a call', (key) => marek.tell('/tickets', { ...CALL, shop }, { 'Idempotency-Key': key })],
    ['a message', (key) => anna.write('Halo?', [], key)],
    ['a change of status', (key) => anna.move('solved', key)],
    ['a reply', (key) => marek.answer(anna.number, 'Już.', {}, key)],
    ['a note', (key) => marek.note(anna.number, 'Sprawdzić.', key)],
    [
      'a package',
      (key) =>
        marek.tell(`/shops/${shop}/packages`, { months: 6, purchasedOn: '2026-11-22' }, { 'Idempotency-Key': key }),
    ],
  ];

  test.each(EVERY_KEY)('%s', async (_, ask) => {
    const key = newKey();
    const first = await ask(key);
    const body = await first.text();
    expect([first.ok, body]).toEqual([true, expect.stringContaining('{')]);
    await moveAway();
    const again = await ask(key);
    expect([again.status, await again.text()]).toEqual([first.status, body]);
  });
});
