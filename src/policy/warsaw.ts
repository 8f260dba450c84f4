import { WARSAW } from '../contract/warsaw.ts';

/** The calendar day in Poland at an instant. */
export function dayInWarsaw(now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO(WARSAW).toPlainDate();
}
