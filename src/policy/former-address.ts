import { WARSAW } from '../contract/warsaw.ts';

/** How long a shop is known by an address it moved away from, in months: links and panels lag behind. */
export const FORMER_MONTHS = 12;

/** Until when an address counts that a shop gave up now. */
export function formerUntil(now: Temporal.Instant): Temporal.Instant {
  return now.toZonedDateTimeISO(WARSAW).add({ months: FORMER_MONTHS }).toInstant();
}
