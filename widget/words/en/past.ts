import { dayInWarsaw } from '../../../browser/warsaw.ts';
import { WARSAW } from '../../../src/contract/warsaw.ts';
import { dayInWords } from './dates.ts';

/** A past instant as people say it, in Poland: “today 10:05”, “yesterday 16:10”, “Friday 9:00” within a week, “14 November”. */
export function pastInWords(instant: string, now: number): string {
  const at = new Date(instant);
  const [day, today] = [dayInWarsaw(at.getTime()), dayInWarsaw(now)];
  const days = (Date.parse(today) - Date.parse(day)) / 86_400_000;
  const part = (options: Intl.DateTimeFormatOptions) => at.toLocaleString('en-GB', { ...options, timeZone: WARSAW });
  if (days > 6) return dayInWords(day).replace(` ${today.slice(0, 4)}`, '');
  const name = days < 1 ? 'today' : days < 2 ? 'yesterday' : part({ weekday: 'long' });
  return `${name}\u00a0${part({ hour: 'numeric', minute: '2-digit' })}`;
}
