/** A stretch of time in which the office is open, in milliseconds since 1970. */
export interface OpenStretch {
  from: number;
  to: number;
}

/** The farthest day of a follow-up, in days from now: what lies beyond is no promise but a wish. */
export const FOLLOW_UP_DAYS = 92;

/**
 * A time at which somebody is there to write: one outside office hours means the next opening. The very instant of
 * closing belongs to the day. Service and desk reckon alike, so that what an agent writes is what is promised.
 * @param asked milliseconds since 1970
 * @param stretches the stretches of office hours from the day of `asked` on, or from an earlier one, in their order
 * @returns `asked` itself where no later stretch is known
 */
export function officeTime(asked: number, stretches: readonly OpenStretch[]): number {
  const open = stretches.find(({ to }) => asked <= to);
  return open ? Math.max(asked, open.from) : asked;
}
