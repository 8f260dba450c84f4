import { expect, test } from 'vitest';
import { fitsQuota } from '../../src/policy/upload-quota.ts';

const MB = 1024 * 1024;
const NOTHING = { unclaimedFiles: 0, unclaimedBytes: 0, shopBytes: 0, totalBytes: 0 };

test('a file of ten megabytes fits into an empty house', () => {
  expect(fitsQuota(10 * MB, NOTHING)).toBe(true);
});

test.each([
  ['unclaimedBytes', 120 * MB],
  ['shopBytes', 2048 * MB],
  ['totalBytes', 51_200 * MB],
] as const)('%s: the last byte fits, one more does not', (which, most) => {
  expect(fitsQuota(1, { ...NOTHING, [which]: most - 1 })).toBe(true);
  expect(fitsQuota(2, { ...NOTHING, [which]: most - 1 })).toBe(false);
});

test('a hundred files in no message are the most, however small', () => {
  expect(fitsQuota(1, { ...NOTHING, unclaimedFiles: 99 })).toBe(true);
  expect(fitsQuota(1, { ...NOTHING, unclaimedFiles: 100 })).toBe(false);
});
