import { expect, test } from 'vitest';
import { FILE_SCANS } from '../../src/contract/lists.ts';
import { fileHindrance } from '../../src/policy/file-hindrance.ts';

test('a file that a scanner has not passed is not handed out, and where there is no scanner every file is', () => {
  expect(FILE_SCANS.map((scan) => [scan, fileHindrance({ scan, freed_at: null })])).toEqual([
    ['none', null],
    ['waiting', 'unscanned'],
    ['clean', null],
    ['refused', 'refused'],
    ['failed', 'scan-failed'],
  ]);
});

test.each(FILE_SCANS)('a file that was deleted to free its space is gone, whatever its scan said: %s', (scan) => {
  expect(fileHindrance({ scan, freed_at: '2026-11-22T09:00:00.000Z' })).toBe('freed');
});
