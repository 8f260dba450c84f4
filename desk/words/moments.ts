/** Times are those of Poland, where the vendor answers, whatever the machine's clock is set to. */
const timeZone = 'Europe/Warsaw';

const dayAndTime = new Intl.DateTimeFormat('pl', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone,
});

/** An instant in full: „22.11.2026, 10:05”. */
export function momentInFull(instant: string): string {
  return dayAndTime.format(new Date(instant));
}

/** An instant as short as it stays clear: the time of today, the day of this year, or the whole day. */
export function momentInShort(instant: string, now: number, locale: string): string {
  const at = new Date(instant);
  const dayOf = (moment: Date | number) => new Intl.DateTimeFormat('sv', { timeZone }).format(moment);
  if (dayOf(at) === dayOf(now)) return at.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', timeZone });
  const isThisYear = dayOf(at).slice(0, 4) === dayOf(now).slice(0, 4);
  return at.toLocaleDateString(locale, {
    day: 'numeric',
    month: 'short',
    ...(!isThisYear && { year: 'numeric' }),
    timeZone,
  });
}

/** How long something lasts, in whole units. */
export interface Length {
  count: number;
  unit: 'minute' | 'hour' | 'day';
  /** hours beyond the days, while these are few enough for them to matter; otherwise 0 */
  hours: number;
}

/** So many days go without hours: a promise lasts three. */
const DAYS_ALONE = 4;

/** How long something lasts: minutes up to an hour, hours up to two days, then days, the first of them with hours. */
export function lengthOf(milliseconds: number): Length {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  if (minutes < 60) return { count: minutes, unit: 'minute', hours: 0 };
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return { count: hours, unit: 'hour', hours: 0 };
  const days = Math.floor(hours / 24);
  return { count: days, unit: 'day', hours: days < DAYS_ALONE ? hours % 24 : 0 };
}
