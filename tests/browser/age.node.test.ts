import { expect, test } from 'vitest';
import { ageOf } from '../../browser/age.ts';
import { isOld } from '../../browser/outbox-entry.ts';

const NOW = Date.parse('2026-11-22T09:00:00Z');
const HOUR = 3_600_000;

test.each([
  ['now', NOW, 0],
  ['an hour ago', NOW - HOUR, HOUR],
  ['before there were computers', 0, NOW],
  ['a moment ahead', NOW + 1, null],
  ['a year ahead', NOW + 8760 * HOUR, null],
])('of what was stamped %s', (_what, at, age) => {
  expect(ageOf(at, NOW)).toBe(age);
});

test.each([
  [NOW - 25 * HOUR, true],
  [NOW - 24 * HOUR, false],
  [NOW + 3 * HOUR, false],
])('an entry stamped %i is asked about: %s', (createdAt, isAsked) => {
  expect(isOld({ key: 'k', body: '', draft: null, createdAt }, NOW)).toBe(isAsked);
});
