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

/** An instant as people plan by it: the day from today, and what names it. */
export interface PlannedMoment {
  day: 'yesterday' | 'today' | 'tomorrow' | 'week' | 'far';
  /** „9:40” */
  time: string;
  /** the weekday within a week („śr.”), beyond it the day („12 gru”) */
  name: string;
}

/** A week, in days: within it a weekday names a day, beyond it only its date does. */
const NAMED_DAYS = 7;

/** How an instant lies to now, in calendar days of Warsaw. */
export function plannedMoment(instant: string, now: number, locale: string): PlannedMoment {
  const at = Date.parse(instant);
  const days = Math.round((Date.parse(dayInWarsaw(at)) - Date.parse(dayInWarsaw(now))) / 86_400_000);
  const isNear = Math.abs(days) < NAMED_DAYS;
  const near = ({ '-1': 'yesterday', 0: 'today', 1: 'tomorrow' } as const)[days];
  return {
    day: near ?? (isNear ? 'week' : 'far'),
    time: format(locale, 'plain', { hour: 'numeric', minute: '2-digit' }).format(at),
    name: isNear
      ? format(locale, 'weekday', { weekday: 'short' }).format(at)
      : format(locale, 'day', { day: 'numeric', month: 'short' }).format(at),
  };
}

/** A duration in whole units. */
export interface Length {
  count: number;
  unit: 'minute' | 'hour' | 'day';
  /** hours beyond the days, while there are few days; otherwise 0 */
  hours: number;
  /** minutes beyond the hours, while there are few hours; otherwise 0 */
  minutes: number;
}

/** From this many hours on, minutes are left out. */
const HOURS_ALONE = 3;

/** From this many days on, hours are left out: a promise lasts three. */
const DAYS_ALONE = 4;

/** Splits a duration: minutes up to an hour, hours up to two days, the first few with minutes, then days, the first few with hours. */
export function lengthOf(milliseconds: number): Length {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  if (minutes < 60) return { count: minutes, unit: 'minute', hours: 0, minutes: 0 };
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return { count: hours, unit: 'hour', hours: 0, minutes: hours < HOURS_ALONE ? minutes % 60 : 0 };
  const days = Math.floor(hours / 24);
  return { count: days, unit: 'day', hours: days < DAYS_ALONE ? hours % 24 : 0, minutes: 0 };
}

/** A calendar day such as `2027-03-14` in words of a language: „14 marca 2027”. Days of the contract have no zone. */
export function dayInWords(day: string, locale: string): string {
  return new Date(day).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' });
}
