// Parses and writes opening hours. Free of any library: the desk shows them while they are typed.
import type { Language } from '../lists.ts';

/** Names of weekdays in opening hours, from Monday. */
export const WEEKDAYS: readonly string[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The same hours on each weekday from `from` to `to` (0 = Monday), as a clock shows them: `08:00`. */
export interface HoursPart {
  from: number;
  to: number;
  opens: string;
  closes: string;
}

/** Days and times, such as `mon-fri 08:00-16:00` or `sat 09:00-13:00`. */
const PART = /^([a-z]{3})(?:-([a-z]{3}))? ((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d)$/;

/** Parses `mon-fri 08:00-16:00, sat 09:00-13:00`; null when it is invalid, or opens after it closes. */
export function readHours(text: string): HoursPart[] | null {
  const parts = text.split(',').map((part) => readPart(part.trim().toLowerCase()));
  return parts.every((part) => part !== null) ? parts : null;
}

function readPart(part: string): HoursPart | null {
  const found = PART.exec(part);
  if (!found) return null;
  const [, first = '', last = first, opens = '', closes = ''] = found;
  const from = WEEKDAYS.indexOf(first);
  const to = WEEKDAYS.indexOf(last);
  return from >= 0 && to >= from && opens < closes ? { from, to, opens, closes } : null;
}

/** The text that `readHours` reads. */
export function writeHours(parts: readonly HoursPart[]): string {
  return parts
    .map(({ from, to, opens, closes }) => {
      const days = from === to ? WEEKDAYS[from] : `${WEEKDAYS[from]}-${WEEKDAYS[to]}`;
      return `${days} ${opens}-${closes}`;
    })
    .join(', ');
}

/** Whether two parts cover the same minute of a weekday. */
export function hoursOverlap(parts: readonly HoursPart[]): boolean {
  return parts.some((one, index) =>
    parts
      .slice(index + 1)
      .some(
        (other) => one.from <= other.to && other.from <= one.to && one.opens < other.closes && other.opens < one.closes,
      ),
  );
}

const DAY_NAMES: Record<Language, readonly string[]> = {
  pl: ['pon.', 'wt.', 'śr.', 'czw.', 'pt.', 'sob.', 'niedz.'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

/** Opening hours in words, such as „pon.–pt. 8:00–16:00”. */
export function hoursInWords(parts: readonly HoursPart[], language: Language): string {
  const names = DAY_NAMES[language];
  const clock = (time: string) => time.replace(/^0/, '');
  return parts
    .map(({ from, to, opens, closes }) => {
      const days = from === to ? names[from] : `${names[from]}–${names[to]}`;
      return `${days} ${clock(opens)}–${clock(closes)}`;
    })
    .join(', ');
}
