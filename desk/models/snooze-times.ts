import { type OpenStretch, officeTime } from '../../src/contract/office-time.ts';
import { WARSAW } from '../../src/contract/warsaw.ts';
import { clockIn } from './follow-up-times.ts';

const HOUR_MS = 3_600_000;

/** The usual times until which a ticket is put off: in three hours, and the openings of tomorrow, of Monday and in a week. */
export function snoozeTimes(now: number, stretches: readonly OpenStretch[]): number[] {
  const weekday = new Intl.DateTimeFormat('en', { timeZone: WARSAW, weekday: 'short' }).format(now);
  const toMonday = 7 - ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(weekday);
  // From eight on, so that it is a working time also where no hours are known.
  const openings = [1, toMonday, 7].map((days) => officeTime(clockIn(days, '08:00', now), stretches));
  const times = [officeTime(now + 3 * HOUR_MS, stretches), ...openings];
  return [...new Set(times)].toSorted((a, b) => a - b);
}
