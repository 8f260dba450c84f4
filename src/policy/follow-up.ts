import { FOLLOW_UP_DAYS, officeTime } from '../contract/office-time.ts';
import { type OpeningHours, officeStretches } from './opening-hours.ts';
import { dayInWarsaw } from './warsaw.ts';

/** How many days ahead a time outside office hours looks for the next opening: over the longest row of days off. */
const LOOK_AHEAD_DAYS = 31;

/**
 * Makes the time by which we write again one at which somebody is there to write, see `officeTime`. Without any office
 * hours it stays as it is.
 * @param asked the time that an agent chose
 * @returns `past` and `too-far` are no times to promise
 */
export function followUpAt(
  asked: Temporal.Instant,
  hours: readonly OpeningHours[],
  now: Temporal.Instant,
): Temporal.Instant | 'past' | 'too-far' {
  if (Temporal.Instant.compare(asked, now) <= 0) return 'past';
  if (Temporal.Instant.compare(asked, now.add({ hours: 24 * FOLLOW_UP_DAYS })) > 0) return 'too-far';
  const stretches = officeStretches(hours, dayInWarsaw(asked), LOOK_AHEAD_DAYS).map(({ from, to }) => ({
    from: from.epochMilliseconds,
    to: to.epochMilliseconds,
  }));
  return Temporal.Instant.fromEpochMilliseconds(officeTime(asked.epochMilliseconds, stretches));
}

/** What became of a follow-up: it runs, we wrote by then, or not; `void` where it was ended before it was due. */
export type FollowUpFate = 'running' | 'kept' | 'late' | 'void';

/** A follow-up as reports judge it. */
export interface FollowUp {
  dueAt: Temporal.Instant;
  /** which one it is on its question: 1 for the first since we last answered without promising to write again */
  nth: number;
  /** null while it runs */
  endedAt: Temporal.Instant | null;
  /** our reply, a move without one, or the customer, who called the ticket solved; null while it runs */
  endedBy: 'answer' | 'move' | null;
}

/**
 * The outcome of a follow-up at `now`. A reply at the very instant is in time. A second one on the same question is late
 * from the beginning: the first one has put the customer off already. Once late it stays so.
 */
export function followUpFate({ dueAt, nth, endedAt, endedBy }: FollowUp, now: Temporal.Instant): FollowUpFate {
  if (nth > 1 || Temporal.Instant.compare(endedAt ?? now, dueAt) > 0) return 'late';
  if (endedAt === null) return 'running';
  return endedBy === 'answer' ? 'kept' : 'void';
}

/** How many follow-ups of an agent that were due on a day came out how; those that were ended before count nowhere. */
export interface DayOfFollowUps {
  /** the calendar day in Warsaw */
  day: string;
  agent: string;
  kept: number;
  late: number;
  running: number;
}

/** Counts by hours of UTC, such as `2026-11-22T09`, as counts by day and agent, the newest day first. */
export function byDayAndAgent(
  counted: readonly { hour: string; agent: string; fate: FollowUpFate; count: number }[],
): DayOfFollowUps[] {
  const days = new Map<string, DayOfFollowUps>();
  for (const { hour, agent, fate, count } of counted) {
    if (fate === 'void') continue;
    const day = dayInWarsaw(Temporal.Instant.from(`${hour}:00Z`)).toString();
    const key = `${day} ${agent}`;
    const before = days.get(key) ?? { day, agent, kept: 0, late: 0, running: 0 };
    days.set(key, { ...before, [fate]: before[fate] + Number(count) });
  }
  return [...days.values()].toSorted((a, b) => b.day.localeCompare(a.day) || a.agent.localeCompare(b.agent));
}
