import { expect, test } from 'vitest';
import { isDayOff } from '../../src/policy/days-off.ts';

test.each([
  ['2026-11-11', true],
  ['2026-12-24', true],
  ['2026-12-23', false],
  // Days that have a name and are none: Mother's Day, Flag Day.
  ['2026-05-26', false],
  ['2026-05-02', false],
])('%s: a day off is %j', (day, is) => {
  expect(isDayOff(Temporal.PlainDate.from(day))).toBe(is);
});
