import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DeskShop } from '../../../src/contract/desk/read-shop.ts';
import type { TicketReceipt } from '../../../src/contract/tickets/open-ticket.ts';
import { ticketNumber } from '../../../src/contract/tickets/ticket-number.ts';
import { setSignature } from '../../../src/shops/set-signature.ts';
import { findShopByNumber } from '../../../src/store/shops.ts';
import { aDeskAgent, type DeskAgent } from '../../support/desk-agent.ts';
import { aTicket, newKey, post, ROWERY, ZURAW } from '../../support/requests.ts';
import { type Service, service } from '../../support/service.ts';
import { TRIED_STRINGS } from '../../support/tried-strings.ts';

let api: Service;
let marek: DeskAgent;
let shop: number;
let rowery: number;
beforeEach(async () => {
  api = await service();
  marek = await aDeskAgent(api, 'Marek Lis', 'marek@shopgold.pl', 'admin');
  shop = (await findShopByNumber(api.store, ZURAW.supportNumber))?.id ?? 0;
  rowery = (await findShopByNumber(api.store, ROWERY.supportNumber))?.id ?? 0;
});
afterEach(() => api.discard());

async function read(id = shop): Promise<DeskShop> {
  return (await (await marek.ask(`/shops/${id}`)).json()) as DeskShop;
}

const add = (address: string, id = shop) => marek.tell(`/shops/${id}/addresses`, { address });
const move = (address: string, id = shop) => marek.tell(`/shops/${id}/address`, { address });
const end = (address: number, id = shop) => marek.ask(`/shops/${id}/addresses/${address}`, { method: 'DELETE' });
const kindsOf = async (id = shop) => (await read(id)).addresses.map(({ kind, address }) => [kind, address]);
const bodyOf = async (response: Response) => [response.status, await response.json()];
const events = async () =>
  (await api.store.selectFrom('audit').select(['action', 'details']).where('actor', '=', marek.id).execute())
    .filter(({ action }) => action.includes('address') || action.includes('signature'))
    .map(({ action, details }) => [action, JSON.parse(details)]);

const CURRENT = ['shop', 'https://www.ksiegarnia-zuraw.pl'];

describe('an address of a panel', () => {
  test('is added as it is written, once, and in the audit trail', async () => {
    expect((await add('https://panel.example/zarzadzanie/')).status).toBe(204);
    expect((await add('http://www.panel.example')).status).toBe(204);
    expect((await add('https://www.ksiegarnia-zuraw.pl/panel')).status).toBe(204);
    expect(await kindsOf()).toEqual([CURRENT, ['panel', 'https://panel.example/zarzadzanie/']]);
    expect(await events()).toEqual([['shop.address-added', { shopId: shop, kind: 'panel', host: 'panel.example' }]]);
  });

  test('is refused with the name of the shop that has its host', async () => {
    const taken = { code: 'address-taken', shop: { id: rowery, name: 'Rowery Koło' } };
    expect(await bodyOf(await add('https://rowery-kolo.pl/panel'))).toMatchObject([409, taken]);
    await add('https://panel.example', rowery);
    expect(await bodyOf(await add('http://www.panel.example/x'))).toMatchObject([409, taken]);
    expect(await bodyOf(await move('https://panel.example'))).toMatchObject([409, taken]);
    expect(await kindsOf()).toEqual([CURRENT]);
  });

  test.each([
    ['biuro@sklep.pl', 'wrong-format'],
    ['http://localhost:8080', 'not-allowed'],
    ['http://192.168.1.10', 'not-allowed'],
    ['http://panel.local', 'not-allowed'],
    ['', 'too-short'],
  ])('%j is none', async (address, code) => {
    const refused = { code: 'invalid-request', errors: [{ path: 'address', code }] };
    expect(await bodyOf(await add(address))).toMatchObject([422, refused]);
    expect(await bodyOf(await move(address))).toMatchObject([422, refused]);
  });

  test('ends at once, and only that of its own shop', async () => {
    await add('https://panel.example');
    const id = (await read()).addresses[1]?.id ?? 0;
    expect((await end(id, rowery)).status).toBe(404);
    expect((await end(id)).status).toBe(204);
    expect((await end(id)).status).toBe(404);
    expect(await kindsOf()).toEqual([CURRENT]);
    expect((await events()).at(-1)).toEqual([
      'shop.address-ended',
      { shopId: shop, kind: 'panel', host: 'panel.example' },
    ]);
    // Another shop may have it now.
    expect((await add('https://panel.example', rowery)).status).toBe(204);
  });

  test('of two shops that want the same one at once is one’s', async () => {
    const both = await Promise.all([add('https://panel.example'), add('https://panel.example', rowery)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([204, 409]);
  });
});

describe('the address of a shop', () => {
  test('changes, and the one before counts for twelve months', async () => {
    expect((await move('https://zuraw.pl')).status).toBe(204);
    const { addresses, shop: row } = await read();
    expect(row.installUrl).toBe('https://zuraw.pl');
    expect(addresses).toMatchObject([
      { kind: 'shop', address: 'https://zuraw.pl', since: '2026-11-22T09:00:00Z', until: null, counts: true },
      { kind: 'former', address: CURRENT[1], until: '2027-11-22T09:00:00Z', counts: true },
    ]);
    expect(await events()).toEqual([
      ['shop.address-changed', { shopId: shop, from: CURRENT[1], to: 'https://zuraw.pl' }],
    ]);
    expect((await (await marek.ask('/shops?q=zuraw.pl')).json()) as object).toMatchObject({ shops: [{ id: shop }] });
  });

  test('has no end, and one that it had before can be had again', async () => {
    expect((await end((await read()).addresses[0]?.id ?? 0)).status).toBe(409);
    await move('https://zuraw.pl');
    await move('http://ksiegarnia-zuraw.pl');
    expect(await kindsOf()).toEqual([
      ['shop', 'http://ksiegarnia-zuraw.pl'],
      ['former', 'https://zuraw.pl'],
    ]);
  });

  test('written otherwise is the same one', async () => {
    await move('http://ksiegarnia-zuraw.pl/');
    expect(await kindsOf()).toEqual([['shop', 'http://ksiegarnia-zuraw.pl/']]);
  });

  test('a former one says that another shop has it now, and comes back when that ends', async () => {
    await move('https://zuraw.pl');
    await add('https://ksiegarnia-zuraw.pl', rowery);
    expect((await read()).addresses.map(({ counts }) => counts)).toEqual([true, false]);
    await end((await read(rowery)).addresses.find(({ kind }) => kind === 'panel')?.id ?? 0, rowery);
    expect((await read()).addresses.map(({ counts }) => counts)).toEqual([true, true]);
  });
});

test('nobody hears of addresses of a shop that is not there', async () => {
  for (const response of [await add('panel.example', 999), await move('panel.example', 999), await end(1, 999)]) {
    expect(response.status).toBe(404);
  }
});

test('an agent who is no admin adds and ends addresses of panels, and neither moves a shop nor demands signatures', async () => {
  const ola = await aDeskAgent(api);
  expect((await ola.tell(`/shops/${shop}/addresses`, { address: 'panel.example' })).status).toBe(204);
  expect((await ola.tell(`/shops/${shop}/address`, { address: 'zuraw.pl' })).status).toBe(403);
  expect((await ola.tell(`/shops/${shop}/signature`, { signature: 'required' })).status).toBe(403);
});

test('signatures are required once that is set, and the change is told once', async () => {
  const set = (signature: string) => marek.tell(`/shops/${shop}/signature`, { signature });
  expect((await read()).signature).toBe('optional');
  for (const _ of [1, 2]) expect((await set('required')).status).toBe(204);
  expect((await read()).signature).toBe('required');
  expect((await set('maybe')).status).toBe(422);
  expect((await marek.tell('/shops/999/signature', { signature: 'required' })).status).toBe(404);
  expect(await events()).toEqual([['shop.signature-set', { shopId: shop, from: 'optional', to: 'required' }]]);
});

test('hostile strings as addresses: kept as typed or refused, never a fault', { timeout: 60_000 }, async () => {
  for (const address of TRIED_STRINGS) {
    for (const response of [await add(address), await move(address)]) {
      expect([204, 409, 422]).toContain(response.status);
    }
  }
  const kept = (await read()).addresses.map(({ address }) => address);
  expect(kept.filter((address) => !TRIED_STRINGS.includes(address) && address !== CURRENT[1])).toEqual([]);
});

describe('the host that a ticket came from', () => {
  async function ticketFrom(origin: string | null, otherwise: object = {}): Promise<string> {
    const sent = post(aTicket(otherwise), { 'Idempotency-Key': newKey(), ...(origin && { Origin: origin }) });
    return ((await (await api.app.request('/api/v1/tickets', sent)).json()) as TicketReceipt).number;
  }
  const press = (number: string) => marek.tell(`/tickets/${number}/panel-address`, {});
  const sentFrom = async (number: string) => (await marek.ticket(number)).ticket.sentFrom;

  test.each([
    ['https://www.panel.example:8443', { host: 'panel.example:8443', canBeAdded: true }],
    ['https://ksiegarnia-zuraw.pl', { host: 'ksiegarnia-zuraw.pl', canBeAdded: false }],
    ['http://192.168.1.7', { host: '192.168.1.7', canBeAdded: false }],
    ['null', null],
    [null, null],
  ])('%s stands on the ticket', async (origin, shown) => {
    expect(await sentFrom(await ticketFrom(origin))).toEqual(shown);
  });

  test('is an address of the shop’s panel with one press, told in the history of the ticket', async () => {
    const number = await ticketFrom('https://panel.example');
    const before = await marek.ticket(number);
    expect((await press(number)).status).toBe(204);
    expect((await press(number)).status).toBe(204);
    expect(await kindsOf()).toEqual([CURRENT, ['panel', 'panel.example']]);
    const after = await marek.ticket(number);
    expect(after.ticket.sentFrom).toEqual({ host: 'panel.example', canBeAdded: false });
    expect(after.ticket.channel).toBe(before.ticket.channel);
    expect(after.audit.map(({ action, details }) => [action, details]).slice(1)).toEqual([
      ['ticket.address-added', { shopId: shop, host: 'panel.example' }],
    ]);
    const next = await marek.ticket(await ticketFrom('https://panel.example'));
    expect(next.ticket.channel).toBe('panel');
  });

  test('is refused where another shop has it, where it is private, where there is none, and for no ticket', async () => {
    const foreign = await ticketFrom('http://rowery-kolo.pl', { fromOtherShop: true });
    expect(await bodyOf(await press(foreign))).toMatchObject([409, { code: 'address-taken', shop: { id: rowery } }]);
    expect((await marek.ticket(foreign)).ticket).toMatchObject({
      fromOtherShop: true,
      sentFrom: { host: 'rowery-kolo.pl', canBeAdded: false },
    });
    for (const origin of ['http://localhost:3000', null]) {
      expect(await bodyOf(await press(await ticketFrom(origin)))).toMatchObject([409, { code: 'conflict' }]);
    }
    expect((await press(ticketNumber(999_999))).status).toBe(404);
  });

  test('a ticket from another shop’s panel is marked in every list', async () => {
    const number = await ticketFrom('http://rowery-kolo.pl', { fromOtherShop: true });
    const plain = await ticketFrom(null);
    const { sections } = await marek.queue();
    const rows = sections.flatMap(({ tickets }) => tickets.map((row) => [row.number, row.fromOtherShop]));
    expect(rows).toEqual(
      expect.arrayContaining([
        [number, true],
        [plain, false],
      ]),
    );
  });

  test('a call needs no signature of a shop that requires them (R10)', async () => {
    await setSignature({ store: api.store, now: () => api.clock.now }, shop, 'required', 'operator');
    const { supportNumber: _, installUrl: __, ticketToken: ___, ...written } = aTicket();
    const call = { ...written, shop, outage: { facts: ['shop-down'] } };
    const answer = await marek.tell('/tickets', call, { 'Idempotency-Key': newKey() });
    expect(answer.status).toBe(201);
  });
});
