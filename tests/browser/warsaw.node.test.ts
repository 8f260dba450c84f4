import { describe, expect, test } from 'vitest';
import { dayInWarsaw, instantInWarsaw } from '../../browser/warsaw.ts';

test.each([
  ['2026-11-22T22:59:59Z', '2026-11-22'],
  ['2026-11-22T23:00:00Z', '2026-11-23'],
  ['2026-07-01T21:59:59Z', '2026-07-01'],
  ['2026-07-01T22:00:00Z', '2026-07-02'],
])('at %s it is %s in Poland', (instant, day) => {
  expect(dayInWarsaw(Date.parse(instant))).toBe(day);
});

describe('a time in Poland', () => {
  test.each([
    ['2026-11-22T10:05', '2026-11-22T09:05:00.000Z'],
    ['2026-07-01T10:05', '2026-07-01T08:05:00.000Z'],
    ['2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-03-29T02:30', null],
    ['2026-02-30T10:00', null],
    ['soon', null],
  ])('%s is %s', (time, instant) => {
    expect(instantInWarsaw(time)).toBe(instant);
  });
});
