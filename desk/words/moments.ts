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

/** How long something lasts, in its largest whole unit: minutes up to an hour, hours up to two days, then days. */
export function largestUnit(milliseconds: number): { count: number; unit: 'minute' | 'hour' | 'day' } {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  if (minutes < 60) return { count: minutes, unit: 'minute' };
  if (minutes < 48 * 60) return { count: Math.floor(minutes / 60), unit: 'hour' };
  return { count: Math.floor(minutes / 1440), unit: 'day' };
}
