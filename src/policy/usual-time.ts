import type { Channel } from '../contract/lists.ts';

/** How far back replies count, in days. */
export const USUAL_DAYS = 30;

/** With fewer replies nothing is usual. */
const FEWEST = 20;

/** Of so many replies the usual time must be true. */
const PART = 0.75;

const HOUR = 60;

/** Replies of one channel that took the same number of whole minutes. */
interface CountedReplies {
  channel: Channel;
  end: string;
  minutes: number | null;
  count: number;
}

/**
 * Within how many minutes three of four replies to what panels sent came: rounded up to whole hours up to twelve, then a
 * day. Null where there are too few of them, or where it takes longer than a day: then it is no comfort. Never a promise.
 */
export function usualMinutes(counted: readonly CountedReplies[]): number | null {
  const replies = counted
    .filter(({ channel, end, minutes }) => channel === 'panel' && end === 'answered' && minutes !== null)
    .map(({ minutes, count }) => ({ minutes: minutes ?? 0, count: Number(count) }))
    .toSorted((one, other) => one.minutes - other.minutes);
  const all = replies.reduce((sum, { count }) => sum + count, 0);
  if (all < FEWEST) return null;
  let soFar = 0;
  let within = 0;
  for (const { minutes, count } of replies) {
    if (soFar >= all * PART) break;
    soFar += count;
    within = minutes;
  }
  const hours = Math.max(1, Math.ceil((within + 1) / HOUR)); // whole minutes: what took 60.5 is counted as 60
  return hours <= 12 ? hours * HOUR : hours <= 24 ? 24 * HOUR : null;
}
