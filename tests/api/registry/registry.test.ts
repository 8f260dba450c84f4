import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RegistryShop } from '../../../src/contract/registry/registry-shop.ts';
import type { ShopStatus } from '../../../src/contract/shops/shop-status.ts';
import { listApiKeys, makeApiKey, revokeApiKey } from '../../../src/identity/api-keys.ts';
import { changesOfShop } from '../../../src/store/shop-changes.ts';
import { findShopByNumber } from '../../../src/store/shops.ts';
import { aTicket, EXPIRED, newKey, post, ROWERY, ZURAW } from '../../support/requests.ts';
import { type Service, service } from '../../support/service.ts';

let api: Service;
let key: string;
beforeEach(async () => {
  api = await service();
  key = (await makeApiKey(deps(), { name: 'Zamówienia', scopes: ['registry:write'] }, 'operator'))?.key ?? '';
});
afterEach(() => api.discard());

const deps = () => ({ store: api.store, now: () => api.clock.now });

/** A shop that was sold this minute. */
const NEW = { supportNumber: 'Nowy0001', installUrl: 'https://nowy-sklep.pl' };
const SALE = {
  installUrl: NEW.installUrl,
  edition: 'PREMIUM',
  purchasedOn: '2026-11-22',
  supportMonths: 6,
  shopName: 'Nowy Sklep',
  contactEmail: 'biuro@nowy-sklep.pl',
};

interface Told {
  status: number;
  body: {
    shop: RegistryShop;
    changed: string[];
    warnings: { code: string; text: string }[];
    code?: string;
    errors?: { path: string; code: string; text: string }[];
  };
}

async function tell(method: string, path: string, body: object): Promise<Told> {
  const init = { ...post(body, { Authorization: `Bearer ${key}` }), method };
  const response = await api.app.request(`/api/v1/registry/shops/${path}`, init);
  return { status: response.status, body: (await response.json()) as Told['body'] };
}
const put = (changed: object = {}, { supportNumber } = NEW) => tell('PUT', supportNumber, { ...SALE, ...changed });
const bought = (body: object, { supportNumber } = NEW) => tell('POST', `${supportNumber}/packages`, body);

async function stateOf(shop: typeof ZURAW): Promise<string> {
  const response = await api.app.request('/api/v1/shop-status', post(shop));
  const { support } = (await response.json()) as ShopStatus;
  return `${support.state} ${support.lastDay}`;
}

const send = (shop: typeof ZURAW) =>
  api.app.request('/api/v1/tickets', post(aTicket(shop), { 'Idempotency-Key': newKey() }));

async function historyOf({ supportNumber } = NEW) {
  const shop = await findShopByNumber(api.store, supportNumber);
  const changes = await changesOfShop(api.store, shop?.id ?? 0, 20);
  return changes.map(({ field, before, after }) => [field, before, after]);
}

describe('a sale counts as soon as it is told', () => {
  test('support that is bought at 10:00 is active at 10:00: the shop opens a ticket', async () => {
    expect(await stateOf(NEW)).toBe('unrecognised null');
    expect((await send(NEW)).status).toBe(403);
    const { status, body } = await put();
    expect([status, body.changed, body.warnings]).toEqual([201, [], []]);
    expect(body.shop.support).toEqual({ state: 'active', lastDay: '2027-05-22', daysLeft: 182 });
    expect(await stateOf(NEW)).toBe('active 2027-05-22');
    expect((await send(NEW)).status).toBe(201);
  });

  test('a package of an expired shop that is bought at 10:00 is active at 10:00', async () => {
    expect(await stateOf(EXPIRED)).toMatch(/^expired/);
    const { status, body } = await bought({ id: 'ZAM/2026/0815', months: 3 }, EXPIRED);
    expect(status).toBe(201);
    expect(body.shop.packages).toEqual([{ id: 'ZAM/2026/0815', purchasedOn: '2026-11-22', months: 3 }]);
    expect(await stateOf(EXPIRED)).toBe('active 2027-02-22');
    expect((await send(EXPIRED)).status).toBe(201);
  });

  test('a purchase that is still to come is taken with a warning, and is not active yet', async () => {
    const { body } = await bought({ id: 'ZAM/2', months: 3, purchasedOn: '2026-11-23' }, EXPIRED);
    expect(body.warnings).toEqual([
      {
        code: 'future-purchase',
        text: 'dzień zakupu 2026-11-23 jeszcze nie nadszedł, pomoc zacznie się dopiero wtedy',
      },
    ]);
    expect(await stateOf(EXPIRED)).toMatch(/^expired/);
    api.clock.now = api.clock.now.add({ hours: 24 });
    expect(await stateOf(EXPIRED)).toBe('active 2027-02-23');
  });
});

describe('telling again', () => {
  test('the same changes nothing, and leaves no trace', async () => {
    await put();
    const before = await historyOf();
    const { status, body } = await put();
    expect([status, body.changed]).toEqual([200, []]);
    expect(await historyOf()).toEqual(before);
    const { events } = await api.store
      .selectFrom('audit')
      .select(({ fn }) => fn.countAll<number>().as('events'))
      .where('action', 'in', ['shop.added', 'shop.changed'])
      .executeTakeFirstOrThrow();
    expect(Number(events)).toBe(1);
  });

  test('what differs is written with its history, by the key that told it', async () => {
    await put();
    const { body } = await put({ edition: 'STANDARD', installUrl: 'https://przeniesiony.pl', seller: 'Sklepy Nowak' });
    expect(body.changed).toEqual(['installUrl', 'edition', 'seller']);
    expect(await historyOf()).toEqual([
      ['seller', null, 'Sklepy Nowak'],
      ['edition', 'PREMIUM', 'STANDARD'],
      ['installUrl', 'https://nowy-sklep.pl', 'https://przeniesiony.pl'],
      ['added', null, null],
    ]);
    const [{ id } = { id: '' }] = await listApiKeys(api.store);
    const actors = await api.store
      .selectFrom('shop_changes')
      .select('actor')
      .where('actor', '!=', 'operator')
      .execute();
    expect(new Set(actors.map(({ actor }) => actor))).toEqual(new Set([id]));
    // The old address counts on for a while, as after an import.
    expect(await stateOf(NEW)).toBe('active 2027-05-22');
  });

  test('what is left out stays, and null empties it', async () => {
    const more = {
      boughtDirectly: false,
      licenceState: 'breached',
      shopVersion: '10.4.2',
      installedOn: '2026-11-20',
      individualTerms: 'Szablon według projektu',
      purchaseAccount: 'zakupy@nowy-sklep.pl',
      seller: 'Sklepy Nowak',
      note: 'Dzwonić po 10.',
    };
    await put(more);
    expect((await put()).body.shop).toMatchObject(more);
    const emptied = { shopVersion: null, installedOn: null, individualTerms: null, seller: null, note: null };
    expect((await put(emptied)).body.shop).toMatchObject({ ...more, ...emptied });
  });

  test('a package is added once for each id, whichever key tells it and whether its day is told or not', async () => {
    const aPackage = { id: 'ZAM/1', months: 3 };
    await bought(aPackage, EXPIRED);
    key = (await makeApiKey(deps(), { name: 'Nowy', scopes: ['registry:write'] }, 'operator'))?.key ?? '';
    api.clock.now = api.clock.now.add({ hours: 24 });
    const again = await bought(aPackage, EXPIRED);
    expect([again.status, again.body.shop.packages.length]).toEqual([200, 1]);
    expect((await bought({ ...aPackage, purchasedOn: '2026-11-22' }, EXPIRED)).status).toBe(200);
    for (const other of [
      { ...aPackage, months: 6 },
      { ...aPackage, purchasedOn: '2026-11-20' },
    ]) {
      expect((await bought(other, EXPIRED)).body.code).toBe('idempotency-key-reused');
    }
    expect((await bought(aPackage, ROWERY)).body.code).toBe('idempotency-key-reused');
  });

  test('many systems that tell the same sale at once add it once', async () => {
    const told = await Promise.all(Array.from({ length: 8 }, () => put()));
    expect(told.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    const packages = await Promise.all(Array.from({ length: 8 }, () => bought({ id: 'ZAM/9', months: 3 })));
    expect(packages.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(packages.at(-1)?.body.shop.packages).toHaveLength(1);
  });
});

describe('what is not taken is named in words and codes', () => {
  test.each<[string, object, string, string, string]>([
    ['an address that is none', { installUrl: 'nie ma' }, 'installUrl', 'wrong-format', 'to nie jest adres sklepu'],
    [
      'an address of one computer',
      { installUrl: 'http://localhost' },
      'installUrl',
      'not-allowed',
      'taki adres zna tylko jeden komputer lub sieć',
    ],
    ['a day that is none', { purchasedOn: '2026-02-30' }, 'purchasedOn', 'wrong-format', 'zły zapis'],
    ['months beyond reason', { supportMonths: 121 }, 'supportMonths', 'too-long', 'za długie albo za dużo'],
    ['a missing name', { shopName: undefined }, 'shopName', 'required', 'brak tego pola'],
    ['no e-mail', { contactEmail: 'biuro' }, 'contactEmail', 'wrong-format', 'zły zapis'],
    ['a field that is not ours', { rabat: 10 }, 'rabat', 'unknown-field', 'nie ma takiego pola'],
  ])('%s', async (_, changed, path, code, text) => {
    const { status, body } = await put(changed);
    expect([status, body.code, body.errors]).toEqual([422, 'invalid-request', [{ path, code, text }]]);
    expect(await findShopByNumber(api.store, NEW.supportNumber)).toBeNull();
  });

  test('an address of a panel that another shop has, with who has it', async () => {
    const { status, body } = await put({ panelUrls: ['https://rowery-kolo.pl/panel'] });
    expect([status, body.code]).toEqual([409, 'address-taken']);
    expect(body.errors?.[0]).toMatchObject({
      path: 'panelUrls',
      text: `adres „https://rowery-kolo.pl/panel” ma już sklep ${ROWERY.supportNumber}`,
    });
  });

  test('a package before its licence', async () => {
    const { body } = await bought({ id: 'ZAM/1', months: 3, purchasedOn: '2020-01-01' }, ZURAW);
    expect(body.errors).toEqual([
      { path: 'purchasedOn', code: 'not-allowed', text: 'pakiet nie może być kupiony przed licencją' },
    ]);
  });

  test('odd months and a second licence on one domain are taken, with a warning', async () => {
    const { status, body } = await put({ supportMonths: 5, installUrl: 'https://rowery-kolo.pl/drugi' });
    expect(status).toBe(201);
    expect(body.warnings.map(({ code }) => code)).toEqual(['odd-months', 'same-domain']);
    expect(body.warnings[1]?.text).toContain(ROWERY.supportNumber);
  });
});

describe('a key of a system', () => {
  test('is stored as a hash only, and says when it was used', async () => {
    const stored = JSON.stringify(await api.store.selectFrom('api_keys').selectAll().execute());
    expect(stored).not.toContain(key.slice(2));
    expect((await listApiKeys(api.store))[0]?.usedAt).toBeNull();
    await put();
    expect((await listApiKeys(api.store))[0]?.usedAt).toBe('2026-11-22T09:00:00Z');
    api.clock.now = api.clock.now.add({ seconds: 30 });
    await put();
    expect((await listApiKeys(api.store))[0]?.usedAt).toBe('2026-11-22T09:00:00Z');
    api.clock.now = api.clock.now.add({ seconds: 30 });
    await put();
    expect((await listApiKeys(api.store))[0]?.usedAt).toBe('2026-11-22T09:01:00Z');
  });

  test('opens nothing any more once it is revoked, and cannot be revoked twice', async () => {
    const [{ id } = { id: '' }] = await listApiKeys(api.store);
    expect(await revokeApiKey(deps(), id, 'a_ola')).toBe(true);
    expect((await put()).status).toBe(401);
    expect(await revokeApiKey(deps(), id, 'a_ola')).toBe(false);
  });

  test('sees no ticket, also not of a shop that it told of', async () => {
    await put();
    const opened = (await (await send(NEW)).json()) as { number: string };
    const headers = { Authorization: `Bearer ${key}` };
    expect((await api.app.request(`/api/v1/tickets/${opened.number}`, { headers })).status).toBe(404);
    expect((await api.app.request('/api/v1/tickets', { headers })).status).toBe(401);
    expect((await api.app.request(`/api/desk/tickets/${opened.number}`, { headers })).status).toBe(401);
  });

  test('is no key in an address', async () => {
    const response = await api.app.request(`/api/v1/registry/shops/${ZURAW.supportNumber}?key=${key}`);
    expect(response.status).toBe(401);
  });
});
