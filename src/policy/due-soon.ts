import { DUE_SOON_HOURS } from '../contract/desk/read-queue.ts';
import { WARSAW } from '../contract/warsaw.ts';
import { type OpeningHours, officeStretches } from './opening-hours.ts';

/** With at most so many office hours left a promise is due soon, however long evenings and days off are meanwhile. */
export const DUE_SOON_OFFICE_HOURS = 4;

const OFFICE_MS = DUE_SOON_OFFICE_HOURS * 3_600_000;

/** Days that are looked at: far more than a promise lasts. */
const DAYS = 14;

/** Promises due at or before this instant are due soon: within twelve hours, or within four of the office. */
export function dueSoonUntil(now: Temporal.Instant, hours: readonly OpeningHours[]): Temporal.Instant {
  return later(now.add({ hours: DUE_SOON_HOURS }), officeUntil(now, hours));
}

/** From this instant on what is due at `dueAt` is due soon: the other way round. */
export function dueSoonFrom(dueAt: Temporal.Instant, hours: readonly OpeningHours[]): Temporal.Instant {
  const elapsed = dueAt.subtract({ hours: DUE_SOON_HOURS });
  const office = officeFrom(dueAt, hours);
  return office && Temporal.Instant.compare(office, elapsed) < 0 ? office : elapsed;
}

/**
 * The last instant before which the office is open for no more than four hours: the next opening, where they end with a
 * closing. Null for an office that is never open.
 */
function officeUntil(now: Temporal.Instant, hours: readonly OpeningHours[]): Temporal.Instant | null {
  const today = now.toZonedDateTimeISO(WARSAW).toPlainDate();
  let left = OFFICE_MS;
  const stretches = officeStretches(hours, today, DAYS);
  for (const { from, to } of stretches) {
    const begins = later(now, from);
    const open = to.epochMilliseconds - begins.epochMilliseconds;
    if (open <= 0) continue;
    if (open > left) return begins.add({ milliseconds: left });
    left -= open;
  }
  return stretches.length > 0 ? now.add({ hours: 24 * DAYS }) : null;
}

/** The first instant after which the office is open for no more than four hours: the closing before, where they begin with an opening. */
function officeFrom(dueAt: Temporal.Instant, hours: readonly OpeningHours[]): Temporal.Instant | null {
  const first = dueAt
    .toZonedDateTimeISO(WARSAW)
    .toPlainDate()
    .subtract({ days: DAYS - 1 });
  let left = OFFICE_MS;
  const stretches = officeStretches(hours, first, DAYS).toReversed();
  for (const { from, to } of stretches) {
    const ends = earlier(dueAt, to);
    const open = ends.epochMilliseconds - from.epochMilliseconds;
    if (open <= 0) continue;
    if (open > left) return ends.subtract({ milliseconds: left });
    left -= open;
  }
  return stretches.length > 0 ? dueAt.subtract({ hours: 24 * DAYS }) : null;
}

function later(one: Temporal.Instant, other: Temporal.Instant | null): Temporal.Instant {
  return other && Temporal.Instant.compare(one, other) < 0 ? other : one;
}

function earlier(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? one : other;
}
