import type { Language } from '../contract/lists.ts';
import { type HoursPart, hoursInWords, readHours, writeHours } from '../contract/shops/opening-hours.ts';
import { WARSAW } from '../contract/warsaw.ts';
import { isDayOff } from './days-off.ts';

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

/**
 * Parses the setting `OPENING_HOURS`, such as `mon-fri 08:00-16:00, sat 09:00-13:00`; null when the text is not valid.
 */
export function parseOpeningHours(text: string): OpeningHours[] | null {
  const parts = readHours(text)?.map(({ opens, closes, ...days }) => ({
    ...days,
    opens: Temporal.PlainTime.from(opens),
    closes: Temporal.PlainTime.from(closes),
  }));
  return parts ?? null;
}

/** Writes hours in the text form that `parseOpeningHours` reads and the store keeps. */
export function writeOpeningHours(hours: readonly OpeningHours[]): string {
  return writeHours(toParts(hours));
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

/** A stretch of time in which the office is open. */
export interface OfficeStretch {
  from: Temporal.Instant;
  to: Temporal.Instant;
}

/** The stretches of office hours of some days from one on, in their order. */
export function officeStretches(
  hours: readonly OpeningHours[],
  first: Temporal.PlainDate,
  days: number,
): OfficeStretch[] {
  return Array.from({ length: days }, (_, ahead) => first.add({ days: ahead })).flatMap((day) => {
    const at = (plainTime: Temporal.PlainTime) => day.toZonedDateTime({ timeZone: WARSAW, plainTime }).toInstant();
    return hoursOn(day, hours).map(({ opens, closes }) => ({ from: at(opens), to: at(closes) }));
  });
}

/** How long the office is open between two instants. */
export function openTime(
  hours: readonly OpeningHours[],
  from: Temporal.Instant,
  until: Temporal.Instant,
): Temporal.Duration {
  let milliseconds = 0;
  const last = until.toZonedDateTimeISO(WARSAW).toPlainDate();
  for (
    let day = from.toZonedDateTimeISO(WARSAW).toPlainDate();
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    for (const { opens, closes } of hoursOn(day, hours)) {
      const opensAt = day.toZonedDateTime({ timeZone: WARSAW, plainTime: opens }).epochMilliseconds;
      const closesAt = day.toZonedDateTime({ timeZone: WARSAW, plainTime: closes }).epochMilliseconds;
      const within = Math.min(closesAt, until.epochMilliseconds) - Math.max(opensAt, from.epochMilliseconds);
      milliseconds += Math.max(0, within);
    }
  }
  return Temporal.Duration.from({ milliseconds });
}

function hoursOn(day: Temporal.PlainDate, hours: readonly OpeningHours[]): OpeningHours[] {
  if (isDayOff(day)) return [];
  return hours
    .filter(({ from, to }) => from < day.dayOfWeek && day.dayOfWeek <= to + 1)
    .toSorted((a, b) => Temporal.PlainTime.compare(a.opens, b.opens));
}

/** Opening hours in words, such as „pon.–pt. 8:00–16:00”. */
export function openingInWords(hours: readonly OpeningHours[], language: Language): string {
  return hoursInWords(toParts(hours), language);
}

function toParts(hours: readonly OpeningHours[]): HoursPart[] {
  const clock = (time: Temporal.PlainTime) => time.toString({ smallestUnit: 'minute' });
  return hours.map(({ opens, closes, ...days }) => ({ ...days, opens: clock(opens), closes: clock(closes) }));
}
