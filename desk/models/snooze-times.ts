import { dayInWarsaw, instantInWarsaw } from '../../browser/warsaw.ts';
import { WARSAW } from '../../src/contract/warsaw.ts';

const HOUR_MS = 3_600_000;

export type SnoozePreset = 'hours' | 'tomorrow' | 'monday' | 'week';

/** Eight in the morning in Warsaw, this many days from now. */
function eightOn(days: number, now: number): string {
  // Calendar days: on a change of clocks one has 23 or 25 hours.
  const day = new Date(Date.parse(dayInWarsaw(now)) + days * 24 * HOUR_MS).toISOString().slice(0, 10);
  return instantInWarsaw(`${day}T08:00`) as string; // clocks never skip this hour
}

/** The preset times of the snooze menu, as ISO instants; Monday only when no other preset means it. */
export function snoozeTimes(now: number): Partial<Record<SnoozePreset, string>> {
  const weekday = new Intl.DateTimeFormat('en', { timeZone: WARSAW, weekday: 'short' }).format(now);
  const daysToMonday = 7 - ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(weekday);
  return {
    hours: new Date(now + 3 * HOUR_MS).toISOString(),
    tomorrow: eightOn(1, now),
    ...(daysToMonday > 1 && daysToMonday < 7 && { monday: eightOn(daysToMonday, now) }),
    week: eightOn(7, now),
  };
}
