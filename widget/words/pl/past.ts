import { dayInWarsaw } from '../../../browser/warsaw.ts';
import { WARSAW } from '../../../src/contract/warsaw.ts';
import { dayInWords } from './dates.ts';

/**
 * A past instant as people say it, in Poland: „dziś 10:05”, „wczoraj 16:10”, „piątek 9:00” within a week, „14 listopada”.
 * @param now milliseconds since 1970
 */
export function pastInWords(instant: string, now: number): string {
  const at = new Date(instant);
  const [day, today] = [dayInWarsaw(at.getTime()), dayInWarsaw(now)];
  const days = (Date.parse(today) - Date.parse(day)) / 86_400_000;
  const part = (options: Intl.DateTimeFormatOptions) => at.toLocaleString('pl', { ...options, timeZone: WARSAW });
  if (days > 6) return dayInWords(day).replace(` ${today.slice(0, 4)}`, '');
  const name = days < 1 ? 'dziś' : days < 2 ? 'wczoraj' : part({ weekday: 'long' });
  return `${name}\u00a0${part({ hour: 'numeric', minute: '2-digit' })}`;
}
