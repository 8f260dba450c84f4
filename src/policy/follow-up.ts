import { WARSAW } from '../contract/warsaw.ts';
import { type OpeningHours, officeStretches } from './opening-hours.ts';

/** The farthest day of a follow-up, in days from now: what lies beyond is no promise but a wish. */
export const FOLLOW_UP_DAYS = 92;

/**
 * Makes the time by which we write again one at which somebody is there to write: a time outside office hours means the
 * next opening. The very instant of closing belongs to the day. Without any office hours it stays as it is.
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
  const day = asked.toZonedDateTimeISO(WARSAW).toPlainDate();
  const open = officeStretches(hours, day, 31).find(({ to }) => Temporal.Instant.compare(asked, to) <= 0);
  if (!open) return asked;
  return Temporal.Instant.compare(asked, open.from) < 0 ? open.from : asked;
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
