import { expect, test } from 'vitest';
import { fitsQuota } from '../../src/policy/upload-quota.ts';

const MB = 1024 * 1024;
const NOTHING = { unclaimedOfShop: 0, ofShop: 0, total: 0 };

test('a file of ten megabytes fits into an empty house', () => {
  expect(fitsQuota(10 * MB, NOTHING)).toBe(true);
});

test.each([
  ['unclaimedOfShop', 120 * MB],
  ['ofShop', 2048 * MB],
  ['total', 51_200 * MB],
] as const)('%s: the last byte fits, one more does not', (which, most) => {
  expect(fitsQuota(1, { ...NOTHING, [which]: most - 1 })).toBe(true);
  expect(fitsQuota(2, { ...NOTHING, [which]: most - 1 })).toBe(false);
});
