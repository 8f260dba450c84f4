import { afterEach, beforeEach, expect, test } from 'vitest';
import { importShops } from '../../src/shops/import-shops.ts';
import { listShops } from '../../src/store/shops.ts';
import { NOW, sampleShops, temporaryStore } from '../support/service.ts';

let temporary: Awaited<ReturnType<typeof temporaryStore>>;
beforeEach(async () => {
  temporary = await temporaryStore();
});
afterEach(() => temporary.discard());

/** In the order of their bytes. A Polish dictionary has `-` count last, `a` before `B`, and `ą` beside `a`. */
const BY_BYTES = ['A-1', 'A1', 'B1', 'Z1', '_1', 'a1', 'b1', 'z1', 'ą1', 'Ż1', 'ｚ1', '😀1'];

async function storeShops(): Promise<void> {
  const [shop] = sampleShops();
  if (!shop) throw new Error('There are no sample shops');
  await importShops(
    temporary.store,
    BY_BYTES.toReversed().map((supportNumber) => ({ ...shop, supportNumber })),
    NOW,
  );
}

test('text is sorted by its bytes, whatever language the database speaks', async () => {
  await storeShops();
  expect((await listShops(temporary.store)).map(({ shop }) => shop.support_number)).toEqual(BY_BYTES);
});

test('and compared by its bytes', async () => {
  await storeShops();
  for (const [index, bound] of BY_BYTES.entries()) {
    const after = temporary.store.selectFrom('shops').select('support_number').where('support_number', '>', bound);
    expect(await after.execute()).toHaveLength(BY_BYTES.length - 1 - index);
  }
});
