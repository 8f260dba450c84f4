import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addBlock, isBlocked, liftBlock, listBlocks, type NewBlock } from '../../src/guard/blocks.ts';
import { events, guardedStore, NOW } from './guarded-store.ts';

let kept: Awaited<ReturnType<typeof guardedStore>>;
beforeEach(async () => {
  kept = await guardedStore();
});
afterEach(() => kept.discard());

const LATER = NOW.add({ hours: 1 });
const OLA = 'a_ola';

const deps = (now = NOW) => ({ store: kept.store, now: () => now });
const block = (subject: NewBlock['subject'], until = LATER, actor = OLA) =>
  addBlock(deps(), { subject, reason: 'zalew', until }, actor);
const ofShop = (shop = 1) => block({ kind: 'shop', shop });
const ofRange = (range: string, until = LATER) => block({ kind: 'range', range }, until);
const refused = (path: string) => ({
  outcome: 'refused',
  code: 'invalid-request',
  errors: [{ path, code: 'not-allowed' }],
});

describe('a block is added', () => {
  test('of a shop, and listed with who set it', async () => {
    expect(await ofShop()).toEqual({ outcome: 'added', id: 1 });
    expect(await listBlocks(kept.store, NOW)).toEqual([
      {
        id: 1,
        kind: 'shop',
        shop: { id: 1, name: 'Księgarnia Żuraw', supportNumber: 'NUMER-1' },
        range: null,
        reason: 'zalew',
        addedBy: { id: OLA, name: 'Ola Nowak' },
        since: '2026-11-22T09:00:00Z',
        until: '2026-11-22T10:00:00Z',
        liftedAt: null,
        liftedBy: null,
        isActive: true,
      },
    ]);
    const details = { block: 1, shopId: 1, kind: 'shop', range: null, until: '2026-11-22T10:00:00.000Z' };
    expect(await events(kept.store, 'block')).toEqual([[OLA, 'block.added', details]]);
  });

  test.each([
    [' 203.0.113.0/24 ', '203.0.113.0/24'],
    ['203.0.113.7', '203.0.113.7/32'],
    ['203.0.0.0/16', '203.0.0.0/16'],
    ['2001:DB8::/32', '2001:db8::/32'],
  ])('of the range %j as %s', async (typed, range) => {
    expect(await ofRange(typed)).toEqual({ outcome: 'added', id: 1 });
    expect(await listBlocks(kept.store, NOW)).toMatchObject([{ kind: 'range', range, shop: null }]);
  });

  test('by the operator, who is no agent', async () => {
    await block({ kind: 'shop', shop: 1 }, LATER, 'operator');
    expect(await listBlocks(kept.store, NOW)).toMatchObject([{ addedBy: null }]);
  });
});

describe('no block is added', () => {
  test.each(['203.0.0.0/15', '2001:db8::/31', 'wszyscy', ''])('of the range %j', async (range) => {
    expect(await ofRange(range)).toEqual(refused('range'));
  });

  test('that ends now', async () => {
    expect(await ofRange('203.0.113.7', NOW)).toEqual(refused('until'));
  });

  test('of a shop that is not there', async () => {
    expect(await ofShop(3)).toEqual({ outcome: 'refused', code: 'not-found' });
    expect(await events(kept.store, 'block')).toEqual([]);
  });
});

describe('who is kept out', () => {
  const isOut = (shopId: number, address: string, now = NOW) => isBlocked(kept.store, { shopId, address }, now);

  test('nobody while nothing is blocked', async () => {
    expect([await isOut(1, '203.0.113.9'), await isOut(1, '')]).toEqual([false, false]);
  });

  test('senders of a blocked shop until it ends, and those of no other', async () => {
    await ofShop();
    expect([await isOut(1, '203.0.113.9'), await isOut(1, 'unknown'), await isOut(2, '203.0.113.9')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(await isOut(1, '203.0.113.9', LATER)).toBe(false);
  });

  test('addresses of every blocked range, at each shop, and no text that is no address', async () => {
    await ofRange('203.0.113.0/24');
    await ofRange('2001:db8::/32');
    const addresses = ['203.0.113.9', '2001:db8:7::1', '203.0.114.9', '2001:db9::1', 'unknown', ''];
    expect(await Promise.all(addresses.map((address) => isOut(2, address)))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('a block is lifted', () => {
  test('once, with who did it, and keeps nobody out any more', async () => {
    await ofShop();
    const now = NOW.add({ minutes: 5 });
    expect(await liftBlock(deps(now), 1, OLA, false)).toEqual({ outcome: 'lifted' });
    expect(await liftBlock(deps(now), 1, OLA, true)).toEqual({ outcome: 'refused', code: 'not-found' });
    expect(await isBlocked(kept.store, { shopId: 1, address: '' }, now)).toBe(false);
    expect(await listBlocks(kept.store, now)).toMatchObject([
      { isActive: false, liftedAt: '2026-11-22T09:05:00Z', liftedBy: { id: OLA, name: 'Ola Nowak' } },
    ]);
    expect((await events(kept.store, 'block')).slice(1)).toEqual([[OLA, 'block.lifted', { block: 1 }]]);
  });

  test('of a range only by who may', async () => {
    await ofRange('203.0.113.7');
    expect(await liftBlock(deps(), 1, OLA, false)).toEqual({ outcome: 'refused', code: 'forbidden' });
    expect(await isBlocked(kept.store, { shopId: 1, address: '203.0.113.7' }, NOW)).toBe(true);
    expect(await liftBlock(deps(), 1, 'operator', true)).toEqual({ outcome: 'lifted' });
    expect(await listBlocks(kept.store, NOW)).toMatchObject([{ liftedBy: null }]);
  });

  test('not when it is over or was none', async () => {
    await ofShop();
    const missing = { outcome: 'refused', code: 'not-found' };
    expect([await liftBlock(deps(LATER), 1, OLA, true), await liftBlock(deps(), 2, OLA, true)]).toEqual([
      missing,
      missing,
    ]);
  });
});

test('blocks that stand are shown first, those that last longest before the others', async () => {
  await ofShop(1);
  await ofRange('203.0.113.7', NOW.add({ hours: 2 }));
  await block({ kind: 'shop', shop: 2 }, NOW.add({ hours: 3 }));
  await liftBlock(deps(), 3, OLA, false);
  const shown = async (now: Temporal.Instant) =>
    (await listBlocks(kept.store, now)).map(({ id, isActive }) => [id, isActive]);
  expect(await shown(NOW)).toEqual([
    [2, true],
    [1, true],
    [3, false],
  ]);
  expect(await shown(LATER)).toEqual([
    [2, true],
    [3, false],
    [1, false],
  ]);
});
