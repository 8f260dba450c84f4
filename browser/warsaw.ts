import { WARSAW } from '../src/contract/warsaw.ts';

// The Swedish locale formats days and times as ISO 8601.
const day = new Intl.DateTimeFormat('sv', { timeZone: WARSAW });
const dayAndTime = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short', timeZone: WARSAW });

/**
 * The calendar day in Poland at an instant, such as `2026-11-22`.
 * @param at milliseconds since 1970
 */
export function dayInWarsaw(at: number): string {
  return day.format(at);
}

/**
 * The instant of a time in Poland, such as `2026-11-22T10:05`, as a `datetime-local` field returns it.
 * @returns null for an invalid time or one that the clocks skip in spring; of an hour that comes twice, the first
 */
export function instantInWarsaw(time: string): string | null {
  for (const offset of ['+02:00', '+01:00']) {
    const at = new Date(`${time}:00${offset}`);
    if (!Number.isNaN(at.getTime()) && dayAndTime.format(at).replace(' ', 'T') === time) return at.toISOString();
  }
  return null;
}
