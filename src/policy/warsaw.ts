/** The time zone of the vendor and the customers: every day in the rules is a day there. */
export const WARSAW = 'Europe/Warsaw';

/** The calendar day in Poland at an instant. */
export function dayInWarsaw(now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO(WARSAW).toPlainDate();
}
