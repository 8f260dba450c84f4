import { expect, test } from 'vitest';
import { fromWeek, toWeek } from '../../../../desk/pages/settings/week.ts';

test.each([
  ['mon-fri 08:00-16:00'],
  ['mon-fri 08:00-16:00, sat 09:00-13:00'],
  ['mon-fri 08:00-12:00, mon-fri 13:00-16:00'],
  ['mon-tue 08:00-16:00, wed 10:00-18:00, thu-fri 08:00-16:00'],
  ['mon 08:00-16:00, wed 08:00-16:00'],
  ['sun 00:00-23:59'],
])('%s is the same day by day and back', (text) => {
  expect(fromWeek(toWeek(text))).toBe(text);
});

test('a week day by day', () => {
  const week = toWeek('fri 14:00-16:00, mon-fri 08:00-12:00');
  expect(week.map((day) => day.length)).toEqual([1, 1, 1, 1, 2, 0, 0]);
  expect(week[4]).toEqual([
    { opens: '08:00', closes: '12:00' },
    { opens: '14:00', closes: '16:00' },
  ]);
});

test('a closed week, and what is no opening hours, is written as nothing', () => {
  expect(fromWeek(toWeek(''))).toBe('');
  expect(fromWeek(toWeek('pon-pt 8-16'))).toBe('');
});
