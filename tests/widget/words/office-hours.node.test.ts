import { expect, test } from 'vitest';
import { hoursInWords, readHours } from '../../../src/contract/shops/opening-hours.ts';
import { officeHours as english } from '../../../widget/words/en/lazy-views.ts';
import { officeHours as polish } from '../../../widget/words/pl/lazy-views.ts';

test.each([
  'mon-fri 08:00-16:00',
  'mon 00:00-09:30, tue-wed 10:00-20:05, thu 07:00-08:00, fri 09:00-17:00, sat-sun 10:00-12:00',
])('hours without the service are said as it says them: %s', (hours) => {
  const parts = readHours(hours) ?? [];
  expect([polish(hours), english(hours)]).toEqual([hoursInWords(parts, 'pl'), hoursInWords(parts, 'en')]);
});
