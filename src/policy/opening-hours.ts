import { isDayOff } from './days-off.ts';
import { WARSAW } from './warsaw.ts';

const WEEKDAYS: readonly string[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The same hours on each weekday from `from` to `to` (0 = Monday). */
export interface OpeningHours {
  from: number;
  to: number;
  opens: Temporal.PlainTime;
  closes: Temporal.PlainTime;
}

/** Whether the office is open. */
export interface Opening {
  openNow: boolean;
  /** when the office opens next; null while it is open */
  nextOpening: Temporal.Instant | null;
}

/** Reads the setting `OPENING_HOURS`, as `mon-fri 08:00-16:00` or `mon-fri 08:00-16:00, sat 09:00-13:00`; null when it is not so. */
export function parseOpeningHours(text: string): OpeningHours[] | null {
  const parts = text.split(',').map((part) => parsePart(part.trim().toLowerCase()));
  return parts.every((part) => part !== null) ? parts : null;
}

/** Days and times, such as `mon-fri 08:00-16:00` or `sat 09:00-13:00`. */
const PART = /^([a-z]{3})(?:-([a-z]{3}))? ((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d)$/;

function parsePart(part: string): OpeningHours | null {
  const found = PART.exec(part);
  if (!found) return null;
  const [, first = '', last = first, opening = '', closing = ''] = found;
  const from = WEEKDAYS.indexOf(first);
  const to = WEEKDAYS.indexOf(last);
  const opens = Temporal.PlainTime.from(opening);
  const closes = Temporal.PlainTime.from(closing);
  return from >= 0 && to >= from && Temporal.PlainTime.compare(opens, closes) < 0 ? { from, to, opens, closes } : null;
}

/** Whether the vendor's office is open at an instant, and if not, when it opens. Statutory days off are closed (R6). */
export function opening(hours: readonly OpeningHours[], now: Temporal.Instant): Opening {
  const here = now.toZonedDateTimeISO(WARSAW);
  for (let ahead = 0; ahead <= 31; ahead++) {
    const day = here.toPlainDate().add({ days: ahead });
    for (const { opens, closes } of hoursOn(day, hours)) {
      const opensAt = day.toZonedDateTime({ timeZone: WARSAW, plainTime: opens });
      const closesAt = day.toZonedDateTime({ timeZone: WARSAW, plainTime: closes });
      if (Temporal.ZonedDateTime.compare(here, closesAt) >= 0) continue;
      if (Temporal.ZonedDateTime.compare(here, opensAt) >= 0) return { openNow: true, nextOpening: null };
      return { openNow: false, nextOpening: opensAt.toInstant() };
    }
  }
  return { openNow: false, nextOpening: null };
}

function hoursOn(day: Temporal.PlainDate, hours: readonly OpeningHours[]): OpeningHours[] {
  if (isDayOff(day)) return [];
  return hours
    .filter(({ from, to }) => from < day.dayOfWeek && day.dayOfWeek <= to + 1)
    .toSorted((a, b) => Temporal.PlainTime.compare(a.opens, b.opens));
}

const DAY_NAMES = {
  pl: ['pon.', 'wt.', 'śr.', 'czw.', 'pt.', 'sob.', 'niedz.'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;

/** Opening hours in words, such as „pon.–pt. 8:00–16:00”. */
export function openingInWords(hours: readonly OpeningHours[], language: 'pl' | 'en'): string {
  const names = DAY_NAMES[language];
  return hours
    .map(({ from, to, opens, closes }) => {
      const days = from === to ? names[from] : `${names[from]}–${names[to]}`;
      return `${days} ${clock(opens)}–${clock(closes)}`;
    })
    .join(', ');
}

function clock(time: Temporal.PlainTime): string {
  return `${time.hour}:${String(time.minute).padStart(2, '0')}`;
}
