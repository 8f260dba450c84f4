import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addPackage } from '../../src/shops/add-package.ts';
import { importShops } from '../../src/shops/import-shops.ts';
import { listAddresses } from '../../src/shops/list-addresses.ts';
import { recogniseShop } from '../../src/shops/recognise-shop.ts';
import type { ShopRecord } from '../../src/shops/shop-record.ts';
import { changesOfShop } from '../../src/store/shop-changes.ts';
import { findShopByNumber, listShops } from '../../src/store/shops.ts';
import { EXPIRED, ROWERY, ZURAW } from '../support/requests.ts';
import { NOW, sampleShops, temporaryStore } from '../support/service.ts';

let temporary: Awaited<ReturnType<typeof temporaryStore>>;
beforeEach(async () => {
  temporary = await temporaryStore();
});
afterEach(() => temporary.discard());

/** The sample shops, with one of them changed. */
function samplesWith(supportNumber: string, changed: Partial<ShopRecord>): ShopRecord[] {
  return sampleShops().map((shop) => (shop.supportNumber === supportNumber ? { ...shop, ...changed } : shop));
}

async function numbersInRegistry(): Promise<string[]> {
  return (await listShops(temporary.store)).map(({ shop }) => shop.support_number);
}

test('every licence of the file is known by its number and address afterwards', async () => {
  await importShops(temporary.store, sampleShops(), NOW);
  expect(await numbersInRegistry()).toEqual(
    sampleShops()
      .map(({ supportNumber }) => supportNumber)
      .toSorted(),
  );
  expect((await recogniseShop(temporary.store, ZURAW, NOW))?.support).toMatchObject({ state: 'active' });
  expect((await recogniseShop(temporary.store, EXPIRED, NOW))?.support).toMatchObject({ state: 'expired' });
});

test('one row that cannot be written keeps all of them out, and the audit trail silent', async () => {
  const bad = samplesWith('9sLdC2mA', { shopName: null as unknown as string });
  await expect(importShops(temporary.store, bad, NOW)).rejects.toThrow(/not.null/i);
  expect(await numbersInRegistry()).toEqual([]);
  expect(await temporary.store.selectFrom('audit').selectAll().execute()).toEqual([]);
});

test('importing again brings a known number up to date and adds no second shop', async () => {
  await importShops(temporary.store, sampleShops(), NOW);
  const before = await recogniseShop(temporary.store, ZURAW, NOW);
  const moved = { installUrl: 'https://zuraw.pl', shopName: 'Żuraw', shopVersion: null };
  await importShops(temporary.store, samplesWith(ZURAW.supportNumber, moved), NOW.add({ hours: 1 }));
  const after = await recogniseShop(temporary.store, { ...ZURAW, installUrl: 'http://www.zuraw.pl/' }, NOW);
  expect(after?.shop).toEqual({
    ...before?.shop,
    install_url: 'https://zuraw.pl',
    shop_name: 'Żuraw',
    shop_version: null,
    imported_at: '2026-11-22T10:00:00.000Z',
    words: 'zuraw 7kcwt9ru https zuraw pl biuro ksiegarnia zuraw pl',
    revision: 2,
  });
  const changes = await changesOfShop(temporary.store, after?.shop.id ?? 0, 10);
  expect(changes.map(({ field, before, after, actor }) => [field, before, after, actor])).toEqual([
    ['shopVersion', '10.4.2', null, 'operator'],
    ['shopName', 'Księgarnia Żuraw', 'Żuraw', 'operator'],
    ['installUrl', ZURAW.installUrl, 'https://zuraw.pl', 'operator'],
    ['added', null, null, 'operator'],
  ]);
  expect(await numbersInRegistry()).toHaveLength(sampleShops().length);
});

describe('addresses', () => {
  const later = NOW.add({ hours: 24 });
  const number = ZURAW.supportNumber;
  const known = async (installUrl: string, at = later, supportNumber = number) =>
    (await recogniseShop(temporary.store, { supportNumber, installUrl }, at)) !== null;

  async function addresses(supportNumber = number) {
    const shop = await findShopByNumber(temporary.store, supportNumber);
    const held = await listAddresses(temporary.store, shop?.id ?? 0, later);
    return held.map(({ kind, address, until }) => [kind, address, until]);
  }

  beforeEach(async () => {
    await importShops(temporary.store, sampleShops(), NOW);
  });

  test('another installUrl makes the one before a former address, once', async () => {
    for (const _ of [1, 2]) {
      await importShops(temporary.store, samplesWith(number, { installUrl: 'https://zuraw.pl' }), later);
    }
    expect(await addresses()).toEqual([
      ['shop', 'https://zuraw.pl', null],
      ['former', 'https://www.ksiegarnia-zuraw.pl', '2027-11-23T09:00:00Z'],
    ]);
    expect(await known('zuraw.pl')).toBe(true);
    expect(await known('ksiegarnia-zuraw.pl')).toBe(true);
    const inAYear = Temporal.Instant.from('2027-11-23T09:00:00Z');
    expect(await known('ksiegarnia-zuraw.pl', inAYear.subtract({ seconds: 1 }))).toBe(true);
    expect(await known('ksiegarnia-zuraw.pl', inAYear)).toBe(false);
  });

  test('another spelling of the same address is no move', async () => {
    await importShops(temporary.store, samplesWith(number, { installUrl: 'http://ksiegarnia-zuraw.pl/' }), later);
    expect(await addresses()).toEqual([['shop', 'http://ksiegarnia-zuraw.pl/', null]]);
  });

  test('of panels are added, and none is ended by a file that does not name it', async () => {
    const panelUrls = ['https://panel.example', 'panel.example/again', 'https://drugi.example'];
    await importShops(temporary.store, samplesWith(number, { panelUrls }), later);
    await importShops(temporary.store, sampleShops(), later);
    expect(await addresses()).toEqual([
      ['shop', 'https://www.ksiegarnia-zuraw.pl', null],
      ['panel', 'https://drugi.example', null],
      ['panel', 'https://panel.example', null],
    ]);
    expect(await known('panel.example')).toBe(true);
  });

  test('two shops may exchange theirs in one file', async () => {
    const [zuraw, rowery] = [sampleShops()[0], sampleShops()[1]].map((shop) => shop?.installUrl ?? '');
    const exchanged = samplesWith(number, { installUrl: rowery ?? '' }).map((shop) =>
      shop.supportNumber === ROWERY.supportNumber ? { ...shop, installUrl: zuraw ?? '' } : shop,
    );
    expect(await importShops(temporary.store, exchanged, later)).toEqual({ outcome: 'imported' });
    expect(await known(rowery ?? '')).toBe(true);
    expect(await known(zuraw ?? '')).toBe(false);
    expect(await known(zuraw ?? '', later, ROWERY.supportNumber)).toBe(true);
  });

  test.each<[string, Partial<ShopRecord>]>([
    ['the address of another shop', { panelUrls: ['https://rowery-kolo.pl/panel'] }],
    ['a panel of another shop', { panelUrls: ['http://www.panel-rowery.example/x'] }],
    ['a panel of another shop, as where the shop is', { installUrl: 'https://panel-rowery.example' }],
  ])('%s is refused, and nothing is written', async (_, changed) => {
    const other = samplesWith(ROWERY.supportNumber, { panelUrls: ['panel-rowery.example'] });
    await importShops(temporary.store, other, NOW);
    const refused = await importShops(temporary.store, samplesWith(number, { ...changed, shopName: 'Inna' }), later);
    const address = changed.installUrl ?? changed.panelUrls?.[0];
    expect(refused).toEqual({
      outcome: 'refused',
      taken: expect.arrayContaining([{ supportNumber: number, address, by: ROWERY.supportNumber }]),
    });
    expect((await findShopByNumber(temporary.store, number))?.shop_name).toBe('Księgarnia Żuraw');
  });

  test('a panel may be where another shop was until this very file', async () => {
    const file = samplesWith(number, { panelUrls: ['rowery-kolo.pl'] }).map((shop) =>
      shop.supportNumber === ROWERY.supportNumber ? { ...shop, installUrl: 'https://kolo.pl' } : shop,
    );
    expect(await importShops(temporary.store, file, later)).toEqual({ outcome: 'imported' });
    expect(await known('rowery-kolo.pl')).toBe(true);
    expect(await known('rowery-kolo.pl/sklep', later, ROWERY.supportNumber)).toBe(false);
  });
});

test('a shop that is not in the newer file stays', async () => {
  await importShops(temporary.store, sampleShops(), NOW);
  await importShops(temporary.store, sampleShops().slice(0, 1), NOW);
  expect(await numbersInRegistry()).toHaveLength(sampleShops().length);
});

test('an extension package survives importing again (R4)', async () => {
  await importShops(temporary.store, sampleShops(), NOW);
  const bought = {
    supportNumber: EXPIRED.supportNumber,
    months: 3,
    purchasedOn: Temporal.PlainDate.from('2026-11-20'),
  };
  await addPackage(temporary.store, bought, NOW);
  await importShops(temporary.store, samplesWith(EXPIRED.supportNumber, { shopName: 'Nowa nazwa' }), NOW);
  const known = await recogniseShop(temporary.store, EXPIRED, NOW);
  expect(known?.shop.shop_name).toBe('Nowa nazwa');
  expect(String(known?.support.lastDay)).toBe('2027-02-20');
});

test('leaves one audit line that counts the shops and names none of them', async () => {
  await importShops(temporary.store, sampleShops(), NOW);
  expect(await temporary.store.selectFrom('audit').selectAll().execute()).toEqual([
    {
      id: 1,
      at: '2026-11-22T09:00:00.000Z',
      actor: 'operator',
      action: 'shops.imported',
      notice_id: null,
      ticket_number: null,
      details: '{"shops":7}',
    },
  ]);
});
