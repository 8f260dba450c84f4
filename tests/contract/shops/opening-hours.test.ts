import { describe, expect, test } from 'vitest';
import { hoursInWords, hoursOverlap, readHours, writeHours } from '../../../src/contract/shops/opening-hours.ts';

test.each([
  'mon-fri 08:00-16:00',
  'mon-fri 08:00-12:00, mon-fri 13:00-17:30, sat 09:00-13:00',
  'sun 00:00-23:59',
  'tue 20:00-21:00, wed 21:00-22:00, thu 22:00-23:00',
])('%s is written as it is read', (text) => {
  expect(writeHours(readHours(text) ?? [])).toBe(text);
});

test.each([
  '',
  ',',
  'mon',
  'fri-mon 08:00-16:00',
  'mon 8:00-16:00',
  'mon 08:00-24:00',
  'mon 16:00-16:00',
  'abc 08:00-09:00',
  'xmon 08:00-09:00',
  'mon 08:00-09:00x',
  'mon 08:00-09:00, abc',
])('%j are no hours', (text) => {
  expect(readHours(text)).toBeNull();
});

describe('two parts overlap', () => {
  test.each([
    ['mon-fri 08:00-16:00, fri 15:00-18:00', true],
    ['mon-wed 08:00-16:00, wed-fri 08:00-16:00', true],
    ['mon-fri 08:00-12:00, mon-fri 12:00-16:00', false],
    ['mon-fri 08:00-16:00, sat-sun 08:00-16:00', false],
    ['wed-fri 08:00-16:00, mon-wed 15:00-18:00', true],
    ['sat-sun 08:00-16:00, mon-fri 08:00-16:00', false],
    ['mon-fri 12:00-16:00, mon-fri 08:00-12:00', false],
  ])('%s: %s', (text, overlap) => {
    expect(hoursOverlap(readHours(text) ?? [])).toBe(overlap);
  });
});

test('hours in words, in both languages', () => {
  const parts = readHours('mon-fri 08:00-16:00, sat 09:30-13:00') ?? [];
  expect(hoursInWords(parts, 'pl')).toBe('pon.–pt. 8:00–16:00, sob. 9:30–13:00');
  expect(hoursInWords(parts, 'en')).toBe('Mon–Fri 8:00–16:00, Sat 9:30–13:00');
});
