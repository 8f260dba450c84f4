import type { Days } from './report-days.ts';

function format(days: Days, options: Intl.DateTimeFormatOptions, locale: string): string {
  const words = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  return days.from === days.to
    ? words.format(new Date(days.from))
    : words.formatRange(new Date(days.from), new Date(days.to));
}

/** A range of days in words: „24 października – 22 listopada 2026”. */
export function stretchInWords(days: Days, locale: string): string {
  return format(days, { day: 'numeric', month: 'long', year: 'numeric' }, locale);
}

/** A day or a week in short, for a row of a table: „pon., 23.11.2026”, „23–29.11.2026”. */
export function stretchInShort(days: Days, locale: string): string {
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  return format(days, days.from === days.to ? { ...day, weekday: 'short' } : day, locale);
}
