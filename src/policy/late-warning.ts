import { type OpeningHours, openTime } from './opening-hours.ts';

/** Office hours before the end of a promise at which its customer hears that we may be late (`mail.md`, "What goes"). */
export const WARNING_OFFICE_HOURS = 2;

/** The longest time, in hours, in which two office hours may lie: over the longest row of days off. */
export const LOOK_AHEAD_HOURS = 14 * 24;

/**
 * Whether the customer should hear now that we may be late: two office hours are left, or fewer, and the promise is not
 * broken yet. It changes no promise. Without any office hours it is said two hours before.
 */
export function isWarningDue(
  answerBy: Temporal.Instant,
  hours: readonly OpeningHours[],
  now: Temporal.Instant,
): boolean {
  if (Temporal.Instant.compare(now, answerBy) >= 0) return false;
  const left = hours.length > 0 ? openTime(hours, now, answerBy) : now.until(answerBy);
  return left.total('minutes') <= WARNING_OFFICE_HOURS * 60;
}
