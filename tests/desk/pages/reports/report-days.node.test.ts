import { describe, expect, test } from 'vitest';
import { partsOf } from '../../../../desk/pages/reports/figures.ts';
import { daysOf, readDays, wrongDays } from '../../../../desk/pages/reports/report-days.ts';
import { stretchInShort, stretchInWords } from '../../../../desk/pages/reports/stretch.ts';
import { en } from '../../../../desk/pages/reports/words/en.ts';
import { pl } from '../../../../desk/pages/reports/words/pl.ts';

const NOW = Date.parse('2026-11-22T23:30:00Z'); // the 23rd in Warsaw

describe('the days of a report', () => {
  test.each([
    ['7d', '2026-11-17', '2026-11-23'],
    ['30d', '2026-10-25', '2026-11-23'],
    ['90d', '2026-08-26', '2026-11-23'],
    ['this-month', '2026-11-01', '2026-11-23'],
    ['last-month', '2026-10-01', '2026-10-31'],
    ['2024-02-29_2024-03-01', '2024-02-29', '2024-03-01'],
    ['nonsense', '2026-10-25', '2026-11-23'],
    ['2026-03-02_2026-03-01', '2026-10-25', '2026-11-23'],
    ['2026-13-01_2026-13-02', '2026-10-25', '2026-11-23'],
  ])('by %s are %s to %s', (id, from, to) => {
    expect(readDays(id, NOW)).toMatchObject({ from, to });
  });

  test('are the last thirty when the address says none', () => {
    expect(readDays(null, NOW)).toEqual(readDays('30d', NOW));
  });

  test('of the month before January are in December, of the one before March in February', () => {
    expect(daysOf('last-month', '2026-01-31')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
    expect(daysOf('last-month', '2028-03-31')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  });

  test('may be one day or a leap year, and nothing that is less or more', () => {
    expect(wrongDays({ from: '2026-11-22', to: '2026-11-22' })).toBeNull();
    expect(wrongDays({ from: '2024-01-01', to: '2024-12-31' })).toBeNull();
    expect(wrongDays({ from: '2024-01-01', to: '2025-01-01' })).toBe('too-long');
    expect(wrongDays({ from: '2026-11-23', to: '2026-11-22' })).toBe('backwards');
    expect(wrongDays({ from: '', to: '2026-11-22' })).toBe('missing');
  });
});

describe('a length of time', () => {
  test.each([
    [0, 'poniżej 1 min', 'under 1 min'],
    [59, '59 min', '59 min'],
    [130, '2 godz. 10 min', '2 h 10 min'],
    [120, '2 godz.', '2 h'],
    [2879, '47 godz. 59 min', '47 h 59 min'],
    [2880, '2 dni', '2 days'],
    [4600, '3 dni 4 godz.', '3 days 4 h'],
  ])('%i minutes: %s, %s', (minutes, polish, english) => {
    const plain = (text: string) => text.replaceAll('\u00a0', ' ');
    expect([plain(pl.duration(minutes)), plain(en.duration(minutes))]).toEqual([polish, english]);
  });

  test('minutes are not told beside days', () => {
    expect(partsOf(1440 * 3 + 61)).toEqual({ days: 3, hours: 1, minutes: 0 });
  });
});

test('days are told as each language tells them', () => {
  const days = { from: '2026-10-24', to: '2026-11-22' };
  expect(stretchInWords(days, 'pl')).toMatch(/^24 października\s–\s22 listopada 2026$/);
  expect(stretchInWords(days, 'en-GB')).toMatch(/^24 October\s–\s22 November 2026$/);
  expect(stretchInShort({ from: '2026-11-22', to: '2026-11-22' }, 'pl')).toContain('niedz');
});

test('both languages have the same words', () => {
  const shape = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shape(inner)]))
      : typeof value;
  expect(shape(en)).toEqual(shape(pl));
});
