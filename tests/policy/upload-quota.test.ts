import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ATTACHMENTS } from '../../src/contract/files/attachment-limits.ts';
import { STANDINGS } from '../../src/contract/lists.ts';
import { countedBytes, fitsQuota, type StoredFiles, uploadAlarms } from '../../src/policy/upload-quota.ts';

const MB = 1024 * 1024;
const used = (...[some = 0, usual = 0, proven = 0]: number[]) => ({ new: some, usual, proven });
const NOTHING: StoredFiles = {
  unclaimedFiles: used(),
  unclaimedBytes: used(),
  shopBytes: used(),
  totalBytes: used(),
};
const NO_FILES = { unclaimedBytes: 0, unfinished: 0 };
const aFile = (bytes: number) => ({ bytes, isNew: true });

test('a file counts what has come and two parts, never more than it is', () => {
  const { partBytes } = ATTACHMENTS;
  expect(countedBytes({ received: 0, bytes: 10 * MB })).toBe(2 * partBytes);
  expect(countedBytes({ received: partBytes, bytes: 10 * MB })).toBe(3 * partBytes);
  expect(countedBytes({ received: 0, bytes: 5 })).toBe(5);
  expect(countedBytes({ received: 10 * MB, bytes: 10 * MB })).toBe(10 * MB);
});

test.each(STANDINGS)('a file of ten megabytes of a sender who is %s fits into an empty house', (standing) => {
  expect(fitsQuota(aFile(10 * MB), standing, NOTHING, NO_FILES)).toBe(true);
});

describe.each([
  ['unclaimedBytes', 120 * MB],
  ['shopBytes', 2048 * MB],
  ['totalBytes', 51_200 * MB],
] as const)('%s: the last byte fits, one more does not', (which, most) => {
  const fits = (bytes: number, standing: 'new' | 'usual' | 'proven', ...amounts: number[]) =>
    fitsQuota(aFile(bytes), standing, { ...NOTHING, [which]: used(...amounts) }, NO_FILES);
  const third = Math.floor(most / 3);
  const two = Math.floor((most * 2) / 3);

  test('for new addresses in the first third', () => {
    expect([fits(1, 'new', third - 1), fits(2, 'new', third - 1)]).toEqual([true, false]);
  });

  test('for usual ones up to two thirds, with what new ones used', () => {
    expect([fits(1, 'usual', third, two - third - 1), fits(2, 'usual', third, two - third - 1)]).toEqual([true, false]);
  });

  test('for the proven up to all of it', () => {
    const amounts = [third, two - third, most - two - 1];
    expect([fits(1, 'proven', ...amounts), fits(2, 'proven', ...amounts)]).toEqual([true, false]);
  });

  test('for nobody beyond all of it, whoever used it', () => {
    expect(STANDINGS.map((standing) => fits(1, standing, 0, 0, most))).toEqual([false, false, false]);
  });
});

test('a hundred files in no message are the most, however small; 33 of new addresses', () => {
  const fits = (standing: 'new' | 'proven', ...amounts: number[]) =>
    fitsQuota(aFile(1), standing, { ...NOTHING, unclaimedFiles: used(...amounts) }, NO_FILES);
  expect([fits('new', 32), fits('new', 33)]).toEqual([true, false]);
  expect([fits('proven', 33, 33, 33), fits('proven', 33, 33, 34)]).toEqual([true, false]);
});

test('one new address has two unfinished files and twenty megabytes; a usual one is not asked', () => {
  const fits = (bytes: number, standing: 'new' | 'usual', ofAddress: Partial<typeof NO_FILES>) =>
    fitsQuota(aFile(bytes), standing, NOTHING, { ...NO_FILES, ...ofAddress });
  expect([fits(1, 'new', { unfinished: 1 }), fits(1, 'new', { unfinished: 2 })]).toEqual([true, false]);
  const full = { unclaimedBytes: 20 * MB - 1 };
  expect([fits(1, 'new', full), fits(2, 'new', full)]).toEqual([true, false]);
  expect(fits(2, 'usual', { ...full, unfinished: 9 })).toBe(true);
});

test('a file that grows needs room for its bytes, and none for another file', () => {
  const stored = { unclaimedFiles: used(33), unclaimedBytes: used(40 * MB - 5) };
  const grows = (bytes: number) => fitsQuota({ bytes, isNew: false }, 'new', stored, { ...NO_FILES, unfinished: 2 });
  expect([grows(5), grows(6)]).toEqual([true, false]);
});

test('an alarm is due from 70 % of any share on', () => {
  expect(uploadAlarms(NOTHING)).toEqual([]);
  expect(uploadAlarms({ ...NOTHING, unclaimedBytes: used(28 * MB - 1) })).toEqual([]);
  const nearly = { unclaimedBytes: used(28 * MB) };
  expect(uploadAlarms({ ...NOTHING, ...nearly })).toEqual(['shop-uploads']);
  expect(uploadAlarms({ ...NOTHING, ...nearly, unclaimedFiles: used(30) })).toEqual(['shop-uploads']);
  const full = { shopBytes: used(0, 1000 * MB), totalBytes: used(0, 0, 36_000 * MB) };
  expect(uploadAlarms({ ...NOTHING, ...full })).toEqual(['shop-storage', 'total-storage']);
});

test('whatever lesser senders put in, a third of each quota stays for those above them', () => {
  const sizes = fc.array(fc.record({ bytes: fc.integer({ min: 1, max: 10 * MB }), isNewAddress: fc.boolean() }));
  fc.assert(
    fc.property(sizes, (files) => {
      const stored = structuredClone(NOTHING);
      for (const { bytes, isNewAddress } of files) {
        const standing = isNewAddress ? 'new' : 'usual';
        if (!fitsQuota(aFile(bytes), standing, stored, NO_FILES)) continue;
        for (const name of ['unclaimedBytes', 'shopBytes', 'totalBytes'] as const) stored[name][standing] += bytes;
        stored.unclaimedFiles[standing] += 1;
      }
      expect(fitsQuota(aFile(10 * MB), 'proven', stored, NO_FILES)).toBe(true);
      const onlyNew = {
        ...stored,
        unclaimedBytes: { ...stored.unclaimedBytes, usual: 0 },
        unclaimedFiles: used(stored.unclaimedFiles.new),
      };
      expect(fitsQuota(aFile(10 * MB), 'usual', onlyNew, NO_FILES)).toBe(true);
    }),
  );
});
