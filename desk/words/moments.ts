import { dayInWarsaw } from '../../browser/warsaw.ts';
import { WARSAW } from '../../src/contract/warsaw.ts';

const dayAndTime = new Intl.DateTimeFormat('pl', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: WARSAW,
});

/** An instant in full: „22.11.2026, 10:05”. */
export function momentInFull(instant: string): string {
  return dayAndTime.format(new Date(instant));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Creating a format costs a hundred times as much as using it, and a thread uses it a thousand times. */
function format(locale: string, kind: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${kind}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: WARSAW });
  formats.set(key, made);
  return made;
}

/** An instant in short: the time for today, the day for this year, or the full date. */
export function momentInShort(instant: string, now: number, locale: string): string {
  const at = Date.parse(instant);
  const [day, today] = [dayInWarsaw(at), dayInWarsaw(now)];
  if (day === today) return format(locale, 'time', { hour: '2-digit', minute: '2-digit' }).format(at);
  return day.slice(0, 4) === today.slice(0, 4)
    ? format(locale, 'day', { day: 'numeric', month: 'short' }).format(at)
    : format(locale, 'year', { day: 'numeric', month: 'short', year: 'numeric' }).format(at);
}

/** A duration in whole units. */
export interface Length {
  count: number;
  unit: 'minute' | 'hour' | 'day';
  /** hours beyond the days, while there are few days; otherwise 0 */
  hours: number;
}

/** From this many days on, hours are left out: a promise lasts three. */
const DAYS_ALONE = 4;

/** Splits a duration: minutes up to an hour, hours up to two days, then days, the first few with hours. */
export function lengthOf(milliseconds: number): Length {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  if (minutes < 60) return { count: minutes, unit: 'minute', hours: 0 };
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return { count: hours, unit: 'hour', hours: 0 };
  const days = Math.floor(hours / 24);
  return { count: days, unit: 'day', hours: days < DAYS_ALONE ? hours % 24 : 0 };
}

/** A calendar day such as `2027-03-14` in words of a language: „14 marca 2027”. Days of the contract have no zone. */
export function dayInWords(day: string, locale: string): string {
  return new Date(day).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' });
}
