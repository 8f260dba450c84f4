import { WARSAW } from '../contract/warsaw.ts';

/** The longest period of a report in days: a leap year. */
export const MOST_REPORT_DAYS = 366;

/** The default period: this many days up to today. */
export const DEFAULT_REPORT_DAYS = 30;

/** Periods of up to this many days are drawn day by day, longer ones week by week. */
const MOST_SINGLE_DAYS = 45;

/** Whole days in Warsaw, both included. */
export interface Period {
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
}

/** Why a range of days is refused: the last day comes before the first, or there are more than `MOST_REPORT_DAYS`. */
export type NoPeriod = 'backwards' | 'too-long';

/** The days of a report. A missing bound follows from the other one, or from today. */
export function reportPeriod(
  asked: { from?: Temporal.PlainDate | undefined; to?: Temporal.PlainDate | undefined },
  today: Temporal.PlainDate,
): Period | NoPeriod {
  const to = asked.to ?? today;
  const from = asked.from ?? to.subtract({ days: DEFAULT_REPORT_DAYS - 1 });
  if (Temporal.PlainDate.compare(from, to) > 0) return 'backwards';
  return daysOf({ from, to }) > MOST_REPORT_DAYS ? 'too-long' : { from, to };
}

/** The number of days in a period. */
export function daysOf({ from, to }: Period): number {
  return from.until(to).days + 1;
}

/** The period of the same length just before, for comparison. */
export function periodBefore(period: Period): Period {
  const days = daysOf(period);
  return { from: period.from.subtract({ days }), to: period.from.subtract({ days: 1 }) };
}

/** The first instant of a period, and the first instant after it. Clocks may change within the period. */
export function instantsOf({ from, to }: Period): { start: Temporal.Instant; end: Temporal.Instant } {
  return { start: midnight(from), end: midnight(to.add({ days: 1 })) };
}

function midnight(day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime(WARSAW).toInstant();
}

/**
 * The days of a period one by one, or its weeks from Monday on; the first and last week are cut at the period's bounds.
 */
export function stepsOf(period: Period): { step: 'day' | 'week'; steps: Period[] } {
  const step = daysOf(period) > MOST_SINGLE_DAYS ? 'week' : 'day';
  const steps: Period[] = [];
  for (let from = period.from; Temporal.PlainDate.compare(from, period.to) <= 0; ) {
    const last = step === 'day' ? from : from.add({ days: 7 - from.dayOfWeek });
    const to = Temporal.PlainDate.compare(last, period.to) < 0 ? last : period.to;
    steps.push({ from, to });
    from = to.add({ days: 1 });
  }
  return { step, steps };
}
