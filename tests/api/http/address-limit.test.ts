import { beforeEach, expect, test } from 'vitest';
import { lookByAddress, spendByAddress } from '../../../src/api/http/address-limit.ts';
import { addressWidths } from '../../../src/api/http/client-address.ts';
import { createRateLimits, type RateLimits } from '../../../src/api/http/rate-limits.ts';

const LIMIT = { name: 'three', quota: 3, windowSeconds: 60 };

let limits: RateLimits;
beforeEach(() => {
  limits = createRateLimits();
});

/** How many of so many requests, each from the next address, are within the quotas. */
async function passed(count: number, address: (index: number) => string): Promise<number> {
  let within = 0;
  for (let index = 0; index < count; index++) {
    const { isOver } = await spendByAddress(limits, LIMIT, addressWidths(address(index)));
    if (!isOver) within++;
  }
  return within;
}

const usedAt = async (address: string) =>
  (await lookByAddress(limits, LIMIT, addressWidths(address))).map(({ used }) => used);

const hex = (index: number) => index.toString(16);

test('an address of IPv4 has its quota, whatever its neighbours use', async () => {
  expect(await passed(10, () => '192.0.2.1')).toBe(3);
  expect(await passed(10, () => '192.0.2.2')).toBe(3);
});

test('a /64 has the quota, a /56 four times, a /48 sixteen times', async () => {
  expect(await passed(10, (index) => `2001:db8:1:0:${hex(index)}::1`)).toBe(3);
  expect(await passed(100, (index) => `2001:db8:2:${hex(index)}::1`)).toBe(12);
  expect(await passed(200, (index) => `2001:db8:3:${hex(index)}00::1`)).toBe(48);
  expect(await passed(10, () => '2001:db8:4::1')).toBe(3);
});

test('what a /64 is refused uses nothing of what its neighbours have', async () => {
  await passed(500, () => '2001:db8:1:1::1');
  expect(await usedAt('2001:db8:1:2::1')).toEqual([0, 3, 3]);
});

test('a /48 that is used up makes no more keys', async () => {
  await passed(200, (index) => `2001:db8:3:${hex(index)}00::1`);
  await passed(1, () => '2001:db8:3:ff00::1');
  expect(await usedAt('2001:db8:3:ff00::1')).toEqual([0, 0, 48]);
});
