import { WARSAW } from '../contract/warsaw.ts';
import { type Period, stepsOf } from './report-period.ts';

/**
 * A wait: from the first customer message without a reply, or from reopening, to our next reply (A4). A thread has one
 * for each time the customer waited, not only the first. It belongs to the period in which it began.
 */
export interface Wait {
  /** the time by which a reply was promised; null for e-mail (R8) */
  dueAt: Temporal.Instant | null;
  /** null while the customer waits */
  endedAt: Temporal.Instant | null;
  /** a reply, or a move to solved or closed without one, by an agent or the customer; null while the customer waits */
  endedBy: 'answer' | 'move' | null;
}

/** The outcome of a wait. */
export type WaitEnd = 'answered' | 'moved' | 'open';

/**
 * The outcome of a wait's promise: none was made, kept, broken, or still running; `void` when the wait ended before it
 * was due, without a reply.
 */
export type PromiseFate = 'none' | 'kept' | 'broken' | 'running' | 'void';

/** How a wait ended. */
export function endOf({ endedBy }: Wait): WaitEnd {
  if (endedBy === null) return 'open';
  return endedBy === 'answer' ? 'answered' : 'moved';
}

/**
 * The outcome of a promise at `now`. A reply at the very instant of the promise is in time. Once the time is over
 * without a reply, the promise is broken and stays so: solving the ticket afterwards does not change the figure.
 */
export function fateOf({ dueAt, endedAt, endedBy }: Wait, now: Temporal.Instant): PromiseFate {
  if (dueAt === null) return 'none';
  if (Temporal.Instant.compare(endedAt ?? now, dueAt) > 0) return 'broken';
  if (endedAt === null) return 'running';
  return endedBy === 'answer' ? 'kept' : 'void';
}

/**
 * A count of waits of one channel with the same outcome, after the same number of whole minutes; null when there was no
 * reply.
 */
export interface CountedWaits {
  channel: string;
  end: WaitEnd;
  fate: PromiseFate;
  minutes: number | null;
  count: number;
}

/** How fast we replied, and how often in time. */
export interface AnswerTimes {
  /** all waits that began in the period */
  waits: number;
  answered: number;
  /** ended without a reply, by a move to solved or closed */
  moved: number;
  /** still waiting, and not yet due */
  inProgress: number;
  kept: number;
  /** answered late, not answered by the promised time, or moved after it */
  broken: number;
  /**
   * the share of kept promises among kept and broken ones, in percent with one decimal place; null when there are
   * neither
   */
  keptPercent: number | null;
  /** whole minutes to the reply: the fastest half, and the fastest nine tenths, took no longer. Null without replies */
  medianMinutes: number | null;
  p90Minutes: number | null;
}

/** Summarises waits, of one channel or of all. */
export function answerTimes(waits: readonly CountedWaits[]): AnswerTimes {
  const sum = (wanted: (wait: CountedWaits) => boolean) =>
    waits.filter(wanted).reduce((total, { count }) => total + count, 0);
  const kept = sum(({ fate }) => fate === 'kept');
  const broken = sum(({ fate }) => fate === 'broken');
  const answers = waits.flatMap(({ minutes, count }) => (minutes === null ? [] : [{ value: minutes, count }]));
  return {
    waits: sum(() => true),
    answered: sum(({ end }) => end === 'answered'),
    moved: sum(({ end }) => end === 'moved'),
    inProgress: sum(({ end, fate }) => end === 'open' && fate !== 'broken'),
    kept,
    broken,
    keptPercent: percentOf(kept, kept + broken),
    medianMinutes: percentile(answers, 50),
    p90Minutes: percentile(answers, 90),
  };
}

/** A share in percent with one decimal place; null when `whole` is 0. */
export function percentOf(part: number, whole: number): number | null {
  if (whole === 0) return null;
  const thousandths = Math.round((part * 1000) / whole);
  return (part < whole ? Math.min(thousandths, 999) : thousandths) / 10;
}

/**
 * A percentile by nearest rank: the least value that `percent` out of a hundred are not above. Always one of the values
 * itself, never a mean of two; so the median of an even number is the lower of the middle ones. Null of nothing.
 * @param counted values in any order with how often each comes, once or more; a value may stand in it more than once
 * @param percent above 0, up to 100
 */
export function percentile(counted: readonly { value: number; count: number }[], percent: number): number | null {
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  let left = Math.ceil((percent * total) / 100);
  for (const { value, count } of counted.toSorted((a, b) => a.value - b.value)) {
    left -= count;
    if (left <= 0) return value;
  }
  return null;
}

/** How much happened in an hour of UTC, written `2026-11-22T09`. Every hour in Warsaw is a whole hour of UTC too. */
export interface CountedHour {
  hour: string;
  count: number;
}

function inWarsaw(hour: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(`${hour}:00Z`).toZonedDateTimeISO(WARSAW);
}

/** Seven weekdays from Monday on, of 24 hours each, as clocks in Warsaw show them; when they are set back, two hours count as one. */
export function byWeekdayAndHour(hours: readonly CountedHour[]): number[][] {
  const load = Array.from({ length: 7 }, () => Array<number>(24).fill(0));
  for (const { hour, count } of hours) {
    const at = inWarsaw(hour);
    const day = load[at.dayOfWeek - 1] as number[];
    day[at.hour] = (day[at.hour] ?? 0) + count;
  }
  return load;
}

/** The count for each day, or each week, of a period. All counted hours must lie in the period. */
export function byStep(
  hours: readonly CountedHour[],
  period: Period,
): { step: 'day' | 'week'; steps: (Period & { count: number })[] } {
  const byDay = new Map<string, number>();
  for (const { hour, count } of hours) {
    const day = inWarsaw(hour).toPlainDate().toString();
    byDay.set(day, (byDay.get(day) ?? 0) + count);
  }
  const { step, steps } = stepsOf(period);
  return { step, steps: steps.map((part) => ({ ...part, count: sumOfDays(byDay, part) })) };
}

function sumOfDays(byDay: ReadonlyMap<string, number>, { from, to }: Period): number {
  let sum = 0;
  for (let day = from; Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) {
    sum += byDay.get(day.toString()) ?? 0;
  }
  return sum;
}
