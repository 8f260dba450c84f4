import { expect, test } from 'vitest';
import { SCAN_LEASE_SECONDS, SCAN_SECONDS, scanPauseMinutes } from '../../src/policy/file-scan.ts';

test('pauses grow from a minute to six hours, and the tries end after more than a long weekend', () => {
  const pauses: number[] = [];
  for (let failures = 1; ; failures++) {
    const pause = scanPauseMinutes(failures);
    if (pause === null) break;
    pauses.push(pause);
  }
  expect(pauses.slice(0, 11)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360]);
  expect(pauses).toHaveLength(23);
  const days = pauses.reduce((sum, pause) => sum + pause, 0) / 60 / 24;
  expect(days).toBeGreaterThan(3.5);
  expect(days).toBeLessThan(4);
});

test('a lease outlasts the longest scan', () => {
  expect(SCAN_LEASE_SECONDS).toBeGreaterThan(SCAN_SECONDS);
});
