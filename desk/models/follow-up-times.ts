import { dayInWarsaw, instantInWarsaw } from '../../browser/warsaw.ts';
import type { FollowUpPreset } from '../../src/contract/lists.ts';
import { type OpenStretch, officeTime } from '../../src/contract/office-time.ts';

const DAY_MS = 24 * 3_600_000;

/** A time on the clocks in Warsaw, this many days from now, in milliseconds since 1970. */
export function clockIn(days: number, time: string, now: number): number {
  // Calendar days: on a change of clocks one has 23 or 25 hours.
  const day = new Date(Date.parse(dayInWarsaw(now)) + days * DAY_MS).toISOString().slice(0, 10);
  return Date.parse(instantInWarsaw(`${day}T${time}`) as string); // by day clocks skip no hour
}

/** The next opening of the office; null where none is known. */
function nextOpening(now: number, stretches: readonly OpenStretch[]): number | null {
  return stretches.find(({ from }) => from > now)?.from ?? null;
}

/**
 * The time that a preset means now: today at 16:00, tomorrow at 12:00, or the next opening; one that is over, or outside
 * office hours, is the next opening.
 */
export function followUpTime(preset: FollowUpPreset, now: number, stretches: readonly OpenStretch[]): number | null {
  if (preset === 'opening') return nextOpening(now, stretches);
  const at = preset === 'today' ? clockIn(0, '16:00', now) : clockIn(1, '12:00', now);
  return at > now ? officeTime(at, stretches) : nextOpening(now, stretches);
}

/** The usual times to choose from, in their order, each once. */
export function followUpTimes(now: number, stretches: readonly OpenStretch[]): number[] {
  const times = (['today', 'tomorrow', 'opening'] as const).flatMap((one) => followUpTime(one, now, stretches) ?? []);
  return [...new Set(times)].toSorted((a, b) => a - b);
}
