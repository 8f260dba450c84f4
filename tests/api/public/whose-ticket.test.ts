import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ShopStatus } from '../../../src/contract/shops/shop-status.ts';
import type { OpenTicketRequest } from '../../../src/contract/tickets/open-ticket-request.ts';
import { importShops } from '../../../src/shops/import-shops.ts';
import { changeShopAddress } from '../../../src/shops/move-shop.ts';
import { addPanelAddress, endShopAddress } from '../../../src/shops/panel-address.ts';
import { setSignature } from '../../../src/shops/set-signature.ts';
import { addressesOfShop } from '../../../src/store/shop-addresses.ts';
import { findShopByNumber } from '../../../src/store/shops.ts';
import { aSecret, aSession } from '../../support/an-assertion.ts';
import { aCustomer, newToken, PNG, putPart } from '../../support/customer.ts';
import { aTicket, EXPIRED, from, newKey, post, ROWERY, ZURAW } from '../../support/requests.ts';
import { type Service, sampleShops, service } from '../../support/service.ts';

let api: Service;
beforeEach(async () => {
  api = await service();
});
afterEach(() => api.discard());

const deps = () => ({ store: api.store, now: () => api.clock.now });
const idOf = async ({ supportNumber } = ZURAW) => (await findShopByNumber(api.store, supportNumber))?.id ?? 0;

async function statusFor(origin: string | null, shop = ZURAW, headers: Record<string, string> = {}) {
  const init = post(shop, { ...(origin && { Origin: origin }), ...headers });
  const response = await api.app.request('/api/v1/shop-status', init);
  return (await response.json()) as ShopStatus;
}

/** How sending a ticket ended, and how it stands at the desk. */
async function send(
  origin: string | null,
  otherwise: Partial<OpenTicketRequest> = {},
  headers: Record<string, string> = {},
) {
  const body = aTicket({ ticketToken: newToken(), ...otherwise });
  const sent = post(body, { 'Idempotency-Key': newKey(), ...(origin && { Origin: origin }), ...headers });
  const response = await api.app.request('/api/v1/tickets', sent);
  const { number, code, channel } = (await response.json()) as { number?: string; code?: string; channel?: string };
  if (!number) return [response.status, code];
  const row = api.store.selectFrom('tickets').selectAll().where('number', '=', number);
  const { proof, from_other_shop: isFromOther } = await row.executeTakeFirstOrThrow();
  return [response.status, channel, proof, isFromOther === 1];
}

const PANEL = [201, 'panel', 'panel', false];
const FORM = [201, 'form', 'unverified', false];

describe('shop-status says how the shop is registered', () => {
  test.each([
    ['7kcwt9ru', 'htp://www,Ksiegarnia-Zuraw.pl/zarzadzanie/'],
    ['7KcWt9Ru', 'ksiegarnia-zuraw.pl'],
  ])('%s at %s', async (supportNumber, installUrl) => {
    const { shop, support } = await statusFor(null, { supportNumber, installUrl });
    expect(shop).toEqual({ supportNumber: '7KcWt9Ru', host: 'ksiegarnia-zuraw.pl' });
    expect(support.state).toBe('active');
  });

  test('and nothing of what is no shop, whatever page asks', async () => {
    const stranger = { ...ZURAW, supportNumber: 'NieMaGo1' };
    const answers = [
      await statusFor(null, stranger),
      await statusFor('https://ksiegarnia-zuraw.pl', stranger),
      await statusFor('http://rowery-kolo.pl', stranger),
      await statusFor('https://obcy.example', { ...ZURAW, installUrl: 'https://obcy.example' }),
    ];
    expect(answers[0]).toMatchObject({ origin: 'unknown', shop: null, signature: 'optional' });
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });
});

describe('whose the page is', () => {
  test.each([
    ['https://ksiegarnia-zuraw.pl', 'own', PANEL],
    ['http://www.ksiegarnia-zuraw.pl:80', 'own', PANEL],
    ['https://sub.ksiegarnia-zuraw.pl', 'unknown', FORM],
    ['https://obcy.example', 'unknown', FORM],
    ['null', 'unknown', FORM],
    [null, 'unknown', FORM],
    ['http://rowery-kolo.pl', 'other-shop', [403, 'shop-mismatch']],
  ])('%s is %s', async (origin, standing, ended) => {
    expect((await statusFor(origin)).origin).toBe(standing);
    expect(await send(origin)).toEqual(ended);
  });

  test('a person who knows that the page is another shop’s may send it: by a form, unproven and marked', async () => {
    expect(await send('http://rowery-kolo.pl', { fromOtherShop: true })).toEqual([201, 'form', 'unverified', true]);
    const lines = await api.store.selectFrom('audit').select('details').where('action', '=', 'ticket.opened').execute();
    expect(lines.map(({ details }) => JSON.parse(details).fromOtherShop)).toEqual([true]);
  });

  test('saying so changes nothing where the page is no other shop’s', async () => {
    expect(await send('https://ksiegarnia-zuraw.pl', { fromOtherShop: true })).toEqual(PANEL);
    expect(await send(null, { fromOtherShop: true })).toEqual(FORM);
  });

  test.each([false, 'true', 1, null])('%j is no way to say so', async (said) => {
    const fromOtherShop = said as unknown as true;
    expect(await send('http://rowery-kolo.pl', { fromOtherShop })).toEqual([422, 'invalid-request']);
  });

  test('a panel on a host of its own is the shop’s once its address is registered, and no longer once that ended', async () => {
    const panel = 'https://panel.example';
    expect(await send(panel)).toEqual(FORM);
    await addPanelAddress(deps(), { shop: await idOf(), address: `${panel}/zarzadzanie` }, 'operator');
    expect(await send(panel)).toEqual(PANEL);
    expect((await statusFor(panel)).origin).toBe('own');
    expect((await statusFor(panel, ROWERY)).origin).toBe('other-shop');
    // Recognised by that address as well, and shown as registered.
    const named = await statusFor(panel, { ...ZURAW, installUrl: panel });
    expect([named.origin, named.shop?.host]).toEqual(['own', 'ksiegarnia-zuraw.pl']);

    const held = await addressesOfShop(api.store, await idOf(), api.clock.now.toString());
    const address = held.find(({ kind }) => kind === 'panel')?.id ?? 0;
    await endShopAddress(deps(), { shop: await idOf(), address }, 'operator');
    expect(await send(panel)).toEqual(FORM);
    expect((await statusFor(panel, { ...ZURAW, installUrl: panel })).support.state).toBe('unrecognised');
  });

  test('a former address counts for twelve months', async () => {
    const old = 'https://www.ksiegarnia-zuraw.pl';
    await changeShopAddress(deps(), { shop: await idOf(), address: 'https://zuraw.pl' }, 'operator');
    const days = (count: number) => api.clock.now.add({ hours: 24 * count });
    expect(await send(old)).toEqual(PANEL);
    expect((await statusFor(old)).shop).toEqual({ supportNumber: '7KcWt9Ru', host: 'zuraw.pl' });
    api.clock.now = days(364);
    expect((await statusFor(old)).origin).toBe('own');
    api.clock.now = days(1);
    expect((await statusFor(old)).support.state).toBe('unrecognised');
    expect((await statusFor(old, { ...ZURAW, installUrl: 'zuraw.pl' })).origin).toBe('unknown');
  });

  test('a former address is another shop’s as soon as that shop has it', async () => {
    const old = 'https://www.ksiegarnia-zuraw.pl';
    await changeShopAddress(deps(), { shop: await idOf(), address: 'https://zuraw.pl' }, 'operator');
    await changeShopAddress(deps(), { shop: await idOf(ROWERY), address: old }, 'operator');
    expect((await statusFor(old)).support.state).toBe('unrecognised');
    const zuraw = { ...ZURAW, installUrl: 'https://zuraw.pl' };
    expect((await statusFor(old, zuraw)).origin).toBe('other-shop');
    expect((await statusFor(old, { ...ROWERY, installUrl: old })).origin).toBe('own');
  });

  test('two shops on one host: each is named by its own folder, and a page there is of both', async () => {
    const folders = sampleShops()
      .slice(0, 2)
      .map((shop, index) => ({ ...shop, installUrl: `https://dwa.example/sklep${index || ''}` }));
    await importShops(api.store, folders, api.clock.now);
    const [first, second] = folders.map(({ supportNumber }) => supportNumber);
    const named = async (supportNumber = '', path = '') =>
      (await statusFor('https://dwa.example', { supportNumber, installUrl: `dwa.example${path}` })).origin;
    expect(await named(first, '/sklep/zarzadzanie')).toBe('own');
    expect(await named(second, '/sklep1/index.php')).toBe('own');
    const crossed = { supportNumber: second ?? '', installUrl: 'https://dwa.example/sklep/zarzadzanie' };
    expect((await statusFor('https://dwa.example', crossed)).support.state).toBe('unrecognised');
  });

  test('parts of files are taken under any address of the shop', async () => {
    const identity = { supportNumber: '7kcwt9ru', installUrl: 'http//ksiegarnia-zuraw.pl/zarzadzanie' };
    expect((await putPart(api, PNG, { identity })).status).toBe(200);
  });
});

describe('a session', () => {
  let asZuraw: Record<string, string>;
  beforeEach(async () => {
    asZuraw = { Authorization: `Bearer ${await aSession(api, await aSecret(api))}` };
  });

  test('of the shop makes any page its own', async () => {
    const verified = [201, 'panel', 'verified', false];
    for (const origin of ['http://rowery-kolo.pl', 'https://obcy.example', null]) {
      expect((await statusFor(origin, ZURAW, asZuraw)).origin).toBe('own');
      expect(await send(origin, {}, asZuraw)).toEqual(verified);
    }
  });

  test('of another shop opens no ticket, whatever is said and wherever it comes from', async () => {
    for (const origin of ['http://rowery-kolo.pl', 'https://ksiegarnia-zuraw.pl', null]) {
      expect(await send(origin, ROWERY, asZuraw)).toEqual([403, 'shop-mismatch']);
      expect(await send(origin, { ...ROWERY, fromOtherShop: true }, asZuraw)).toEqual([403, 'shop-mismatch']);
    }
    expect((await statusFor('https://ksiegarnia-zuraw.pl', ROWERY, asZuraw)).origin).toBe('other-shop');
    expect(await api.store.selectFrom('tickets').selectAll().execute()).toEqual([]);
  });
});

describe('a file', () => {
  const sent = async (bearer: string, identity: typeof ZURAW) => {
    const response = await putPart(api, PNG, { bearer, identity });
    return [response.status, ((await response.json()) as { code?: string }).code];
  };

  test('comes with a session for the shop of that session only, named or not', async () => {
    const session = await aSession(api, await aSecret(api));
    expect(await sent(session, ZURAW)).toEqual([200, undefined]);
    expect(await sent(session, ROWERY)).toEqual([403, 'shop-mismatch']);
    expect(await sent(session, { ...ZURAW, supportNumber: 'NieMaGo1' })).toEqual([403, 'shop-unrecognised']);
    const unnamed = await api.app.request(`/api/v1/uploads/${'u'.repeat(22)}`, {
      method: 'PUT',
      body: new Uint8Array(PNG),
      headers: {
        Authorization: `Bearer ${session}`,
        'Content-Range': `bytes 0-${PNG.length - 1}/${PNG.length}`,
        'X-File-Name': 'zrzut.png',
      },
    });
    expect(unnamed.status).toBe(200);
    const stored = await api.store.selectFrom('uploads').select('shop_id').execute();
    expect(stored.map(({ shop_id }) => shop_id)).toEqual([await idOf(), await idOf()]);
  });

  test('comes with the token of a ticket for the shop of that ticket only', async () => {
    const { token } = await aCustomer(api);
    expect(await sent(token, ZURAW)).toEqual([200, undefined]);
    expect(await sent(token, ROWERY)).toEqual([403, 'shop-mismatch']);
  });
});

describe('a shop that requires signatures', () => {
  beforeEach(async () => {
    await setSignature(deps(), await idOf(), 'required', 'operator');
  });

  test('says so, and takes no ticket without its session', async () => {
    expect((await statusFor('https://ksiegarnia-zuraw.pl')).signature).toBe('required');
    for (const origin of ['https://ksiegarnia-zuraw.pl', 'http://rowery-kolo.pl', null]) {
      expect(await send(origin)).toEqual([403, 'signature-required']);
    }
    expect((await statusFor(null, ROWERY)).signature).toBe('optional');
  });

  test('takes one with its session, and any once it requires them no more', async () => {
    const signed = { Authorization: `Bearer ${await aSession(api, await aSecret(api))}` };
    expect(await send(null, {}, signed)).toEqual([201, 'panel', 'verified', false]);
    await setSignature(deps(), await idOf(), 'optional', 'operator');
    expect(await send('https://ksiegarnia-zuraw.pl')).toEqual(PANEL);
  });

  test('keeps that when its licence is imported again', async () => {
    await importShops(api.store, sampleShops(), api.clock.now);
    expect(await send(null)).toEqual([403, 'signature-required']);
  });

  test('gets a receipt again that it had before, without a signature', async () => {
    await setSignature(deps(), await idOf(), 'optional', 'operator');
    const [key, body] = [newKey(), aTicket()];
    const once = () => api.app.request('/api/v1/tickets', post(body, { 'Idempotency-Key': key }));
    const first = await (await once()).text();
    await setSignature(deps(), await idOf(), 'required', 'operator');
    expect(await (await once()).text()).toBe(first);
  });
});

describe('where limits are on', () => {
  let limited: Service;
  beforeEach(async () => {
    limited = await service({ rateLimits: true });
  });
  afterEach(() => limited.discard());

  const HERE = from('203.0.113.7');
  const fromRowery = { Origin: 'http://rowery-kolo.pl' };

  test('whoever asks for one shop from pages of others is soon told no more', async () => {
    const ask = (headers: Record<string, string>) =>
      limited.app.request('/api/v1/shop-status', post(ZURAW, headers), HERE);
    const statuses: number[] = [];
    for (let round = 0; round < 10; round++) statuses.push((await ask(fromRowery)).status);
    for (let round = 0; round < 10; round++) {
      const sent = post(aTicket(), { 'Idempotency-Key': newKey(), ...fromRowery });
      statuses.push((await limited.app.request('/api/v1/tickets', sent, HERE)).status);
    }
    expect(statuses).toEqual([...Array(10).fill(200), ...Array(10).fill(403)]);
    expect((await ask(fromRowery)).status).toBe(429);
  });

  test('whoever asks from pages that nobody knows is not cut', async () => {
    for (let round = 0; round < 30; round++) {
      const asked = post(EXPIRED, { Origin: `https://obcy-${round}.example` });
      expect((await limited.app.request('/api/v1/shop-status', asked, HERE)).status).toBe(200);
    }
  });

  test('a shop counts as one, by whatever address and path it is named', async () => {
    const store = limited.store;
    const shop = (await findShopByNumber(store, ZURAW.supportNumber))?.id ?? 0;
    await addPanelAddress({ store, now: () => limited.clock.now }, { shop, address: 'panel.example' }, 'operator');
    const send = (installUrl: string, index: number) =>
      limited.app.request(
        '/api/v1/tickets',
        post(aTicket({ installUrl }), { 'Idempotency-Key': newKey() }),
        from(`198.51.100.${index}`),
      );
    const spellings = ['panel.example', 'ksiegarnia-zuraw.pl', 'htp://ksiegarnia-zuraw.pl', 'www,ksiegarnia-zuraw.pl'];
    for (let index = 0; index < 10; index++) {
      expect((await send(`${spellings[index % 4]}/folder-${index}`, index)).status).toBe(201);
    }
    expect((await send('ksiegarnia-zuraw.pl/another', 11)).status).toBe(429);
  });
});
