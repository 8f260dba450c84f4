import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listAlarms } from '../../src/guard/alarms.ts';
import { addBlock } from '../../src/guard/blocks.ts';
import { addressHash, standingOf, sweepSenders } from '../../src/guard/sender.ts';
import { letTicketIn } from '../../src/guard/ticket-door.ts';
import { cameFrom, guardedStore, NOW } from './guarded-store.ts';

const KEY = new Uint8Array(32).fill(8);
const OFFICE = { address: '203.0.113.7', key: '203.0.113.7' };
const ELSEWHERE = { address: '2001:db8:1:2::7', key: '2001:db8:1:2::/64' };
const HASH = addressHash(KEY, 1, OFFICE);

let kept: Awaited<ReturnType<typeof guardedStore>>;
beforeEach(async () => {
  kept = await guardedStore();
});
afterEach(() => kept.discard());

const letIn = (
  address: typeof OFFICE | null = OFFICE,
  { isProven = false, shopId = 1 }: { isProven?: boolean; shopId?: number } = {},
) =>
  kept.store.transaction().execute((transaction) => letTicketIn(transaction, KEY, { shopId, isProven, address }, NOW));

/** So many tickets of other addresses, each a minute older than the one before. */
async function others(count: number, shopId = 1, minutesAgo = 0): Promise<void> {
  for (let index = 0; index < count; index++)
    await cameFrom(kept.store, shopId, {
      addressHash: `h${index}`,
      sentAt: NOW.subtract({ minutes: minutesAgo + index }),
    });
}

const alarms = async () => (await listAlarms(kept.store)).map(({ kind, shop }) => [kind, shop?.id]);

describe('a ticket is let in', () => {
  test('as new from an address that nobody answered', async () => {
    expect(await letIn()).toEqual({ outcome: 'let-in', sender: { standing: 'new', addressHash: HASH } });
  });

  test('as usual from one that was answered, at that shop alone', async () => {
    await cameFrom(kept.store, 1, { addressHash: HASH, sentAt: NOW.subtract({ hours: 48 }), answeredAt: NOW });
    expect(await letIn()).toEqual({ outcome: 'let-in', sender: { standing: 'usual', addressHash: HASH } });
    expect(await letIn(OFFICE, { shopId: 2 })).toMatchObject({ sender: { standing: 'new' } });
    expect(await letIn(ELSEWHERE)).toMatchObject({ sender: { standing: 'new' } });
  });

  test('as proven whatever its address', async () => {
    expect(await letIn(ELSEWHERE, { isProven: true })).toMatchObject({
      outcome: 'let-in',
      sender: { standing: 'proven' },
    });
  });

  test('where limits are off, without a word about its sender', async () => {
    await others(30);
    expect(await letIn(null)).toEqual({ outcome: 'let-in', sender: null });
  });

  test('when those of another shop, and those of an hour ago, would have filled its share', async () => {
    await others(10, 2);
    await others(10, 1, 60);
    expect(await letIn()).toMatchObject({ outcome: 'let-in' });
    expect(await alarms()).toEqual([]);
  });

  test('as the seventh of ten with an alarm about its shop, as the sixth without', async () => {
    await others(5);
    await letIn();
    expect(await alarms()).toEqual([]);
    await cameFrom(kept.store, 1, { addressHash: 'x', sentAt: NOW });
    await letIn();
    expect(await alarms()).toEqual([['shop-tickets', 1]]);
  });
});

describe('a ticket is refused', () => {
  test('when its share is full, until there is room, in whole seconds that are never too few', async () => {
    await others(9);
    await cameFrom(kept.store, 1, { addressHash: 'x', sentAt: NOW.subtract({ minutes: 30, milliseconds: 500 }) });
    expect(await letIn()).toEqual({ outcome: 'refused', code: 'rate-limited', retryAfterSeconds: 1800 });
    expect(await letIn(OFFICE, { isProven: true })).toMatchObject({ outcome: 'let-in' });
  });

  test('when its own address sent five, and others are not', async () => {
    for (let count = 0; count < 5; count++) await cameFrom(kept.store, 1, { addressHash: HASH, sentAt: NOW });
    expect(await letIn()).toEqual({ outcome: 'refused', code: 'rate-limited', retryAfterSeconds: 3600 });
    expect(await letIn(ELSEWHERE)).toMatchObject({ outcome: 'let-in' });
  });

  test.each([
    ['of its shop', { kind: 'shop', shop: 1 }],
    ['of its address', { kind: 'range', range: '203.0.113.0/24' }],
  ] as const)('by a block %s, unless it is proven', async (_, subject) => {
    const block = { subject, reason: 'zalew', until: NOW.add({ hours: 1 }) };
    await addBlock({ store: kept.store, now: () => NOW }, block, 'operator');
    expect(await letIn()).toEqual({ outcome: 'refused', code: 'sender-blocked' });
    expect(await letIn(OFFICE, { isProven: true })).toMatchObject({ outcome: 'let-in' });
    const isOfShop = subject.kind === 'shop';
    expect((await letIn(ELSEWHERE)).outcome).toBe(isOfShop ? 'refused' : 'let-in');
    expect((await letIn(null)).outcome).toBe(isOfShop ? 'refused' : 'let-in');
    expect((await letIn(OFFICE, { shopId: 2 })).outcome).toBe(isOfShop ? 'let-in' : 'refused');
  });
});

describe('an address', () => {
  test('is kept as a hash that neither shops nor keys share', () => {
    const otherKey = new Uint8Array(32).fill(9);
    const hashes = [
      HASH,
      addressHash(KEY, 2, OFFICE),
      addressHash(otherKey, 1, OFFICE),
      addressHash(KEY, 1, ELSEWHERE),
    ];
    expect(new Set(hashes).size).toBe(4);
    for (const hash of hashes) expect(hash).toMatch(/^[\da-f]{32}$/);
  });

  test('is the same wherever it lies in the network that one customer gets', () => {
    expect(addressHash(KEY, 1, { ...ELSEWHERE, address: '2001:db8:1:2::8' })).toBe(addressHash(KEY, 1, ELSEWHERE));
  });

  test('is usual for a year after the answer, and forgotten then', async () => {
    const yearAgo = NOW.subtract({ hours: 365 * 24 });
    const sender = { shopId: 1, isProven: false, addressHash: HASH };
    await cameFrom(kept.store, 1, { addressHash: HASH, sentAt: yearAgo, answeredAt: yearAgo });
    const before = NOW.subtract({ milliseconds: 1 });
    expect([await standingOf(kept.store, sender, before), await sweepSenders(kept.store, before)]).toEqual([
      'usual',
      0,
    ]);
    expect([await standingOf(kept.store, sender, NOW), await sweepSenders(kept.store, NOW)]).toEqual(['new', 1]);
  });
});
