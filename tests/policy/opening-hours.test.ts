import { describe, expect, test } from 'vitest';
import { WARSAW } from '../../src/contract/warsaw.ts';
import { isDayOff } from '../../src/policy/days-off.ts';
import { opening, openingInWords, parseOpeningHours, writeOpeningHours } from '../../src/policy/opening-hours.ts';

const OFFICE = parseOpeningHours('mon-fri 08:00-16:00') ?? [];
const warsaw = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(WARSAW).toInstant();

function next(at: string, hours = OFFICE): string | null {
  const { openNow, nextOpening } = opening(hours, warsaw(at));
  return openNow ? 'open' : (nextOpening?.toZonedDateTimeISO(WARSAW).toPlainDateTime().toString() ?? null);
}

describe('the office of Mon–Fri 8:00–16:00', () => {
  test.each([
    ['2026-11-20T07:59', '2026-11-20T08:00:00'],
    ['2026-11-20T08:00', 'open'],
    ['2026-11-20T15:59', 'open'],
    ['2026-11-20T16:00', '2026-11-23T08:00:00'],
    ['2026-11-22T12:00', '2026-11-23T08:00:00'],
    ['2026-11-11T12:00', '2026-11-12T08:00:00'],
    ['2026-12-23T16:00', '2026-12-28T08:00:00'],
    ['2024-12-24T12:00', 'open'],
    ['2026-03-29T12:00', '2026-03-30T08:00:00'],
  ])('at %s: %s', (at, expected) => {
    expect(next(at)).toBe(expected);
  });
});

test('24 December is a day off since 2025', () => {
  expect([2024, 2025, 2026].map((year) => isDayOff(Temporal.PlainDate.from(`${year}-12-24`)))).toEqual([
    false,
    true,
    true,
  ]);
});

test('hours may differ by day, and are told in words', () => {
  const hours = parseOpeningHours('sat 09:00-13:00, mon-fri 08:00-12:00, mon-thu 13:00-17:30') ?? [];
  expect(next('2026-11-19T12:30', hours)).toBe('2026-11-19T13:00:00');
  expect(next('2026-11-20T12:30', hours)).toBe('2026-11-21T09:00:00');
  expect(parseOpeningHours(writeOpeningHours(hours))).toEqual(hours);
  expect(writeOpeningHours(OFFICE)).toBe('mon-fri 08:00-16:00');
  expect(openingInWords(OFFICE, 'pl')).toBe('pon.–pt. 8:00–16:00');
  expect(openingInWords(hours, 'en')).toBe('Sat 9:00–13:00, Mon–Fri 8:00–12:00, Mon–Thu 13:00–17:30');
});

test.each([
  '',
  'mon',
  'fri-mon 08:00-16:00',
  'mon-fri 16:00-08:00',
  'mon-fri 8-16',
  'mon-fri 24:00-25:00',
  'pon-pt 08:00-16:00',
  'mon-fri 08:00-16:00,',
])('the setting %j is refused', (text) => {
  expect(parseOpeningHours(text)).toBeNull();
});

test.each([
  '',
  'mon',
  'xmon-fri 08:00-16:00',
  'mon-fri 08:00-16:00x',
  'mon-fri 24:00-25:00',
  'mon-fri 08:60-16:00',
  'mon-fri 08:00-24:00',
  'mon-fri 08:00-08:00',
  'mon-fri 16:00-08:00',
  'fri-mon 08:00-16:00',
  'xyz 08:00-16:00',
  'mon-xyz 08:00-16:00',
  'mon-fri 8:00-16:00',
  'mon-fri 08:00-16:00,',
])('%j are no hours', (text) => {
  expect(parseOpeningHours(text)).toBeNull();
});

test('hours of one day may be written in any order', () => {
  const hours = parseOpeningHours('mon 13:00-17:00, mon 08:00-12:00') ?? [];
  expect(next('2026-11-23T07:00', hours)).toBe('2026-11-23T08:00:00');
  expect(next('2026-11-23T12:00', hours)).toBe('2026-11-23T13:00:00');
  expect(next('2026-11-23T17:00', hours)).toBe('2026-11-30T08:00:00');
});

test('an office without hours never opens', () => {
  expect(opening([], warsaw('2026-11-20T10:00'))).toEqual({ openNow: false, nextOpening: null });
});

test('days that are only remembered are working days', () => {
  const remembered = ['2026-01-21', '2026-05-26', '2026-02-14', '2026-03-08'];
  expect(remembered.filter((day) => isDayOff(Temporal.PlainDate.from(day)))).toEqual([]);
});
