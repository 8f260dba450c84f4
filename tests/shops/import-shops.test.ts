import { afterEach, beforeEach, expect, test } from 'vitest';
import { addPackage } from '../../src/shops/add-package.ts';
import { importShops } from '../../src/shops/import-shops.ts';
import type { ShopRecord } from '../../src/shops/read-shops-csv.ts';
import { recogniseShop } from '../../src/shops/recognise-shop.ts';
import { listShops } from '../../src/store/shops.ts';
import { EXPIRED, ZURAW } from '../support/requests.ts';
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
  });
  expect(await numbersInRegistry()).toHaveLength(sampleShops().length);
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
