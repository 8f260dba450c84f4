import { WARSAW } from './warsaw.ts';

/** The longest stretch a report is made of: a leap year, in days. */
export const MOST_REPORT_DAYS = 366;

/** What is shown when nobody says which days: this many up to today. */
export const DEFAULT_REPORT_DAYS = 30;

/** Up to so many days the tickets are drawn day by day, beyond that week by week. */
const MOST_SINGLE_DAYS = 45;

/** Whole days in Warsaw, both included. */
export interface Period {
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
}

/** Why these days are none: the last comes before the first, or there are more than `MOST_REPORT_DAYS`. */
export type NoPeriod = 'backwards' | 'too-long';

/** The days of a report; what is not said follows from what is, or from today. */
export function reportPeriod(
  asked: { from?: Temporal.PlainDate | undefined; to?: Temporal.PlainDate | undefined },
  today: Temporal.PlainDate,
): Period | NoPeriod {
  const to = asked.to ?? today;
  const from = asked.from ?? to.subtract({ days: DEFAULT_REPORT_DAYS - 1 });
  if (Temporal.PlainDate.compare(from, to) > 0) return 'backwards';
  return daysOf({ from, to }) > MOST_REPORT_DAYS ? 'too-long' : { from, to };
}

/** How many days there are in a period. */
export function daysOf({ from, to }: Period): number {
  return from.until(to, { largestUnit: 'days' }).days + 1;
}

/** As many days, just before: what a period is compared with. */
export function periodBefore(period: Period): Period {
  const days = daysOf(period);
  return { from: period.from.subtract({ days }), to: period.from.subtract({ days: 1 }) };
}

/** When a period begins and ends in elapsed time: its end is the first instant that is not in it. Clocks may change within. */
export function instantsOf({ from, to }: Period): { start: Temporal.Instant; end: Temporal.Instant } {
  return { start: midnight(from), end: midnight(to.add({ days: 1 })) };
}

function midnight(day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime(WARSAW).toInstant();
}

/** A period's days one by one, or its weeks from Monday on, the first and the last cut where the period begins and ends. */
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
