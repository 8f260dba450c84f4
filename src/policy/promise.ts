import type { Channel } from '../contract/lists.ts';

/** The longest time to an answer (A4), in hours of elapsed time: 259 200 s, whatever the clocks do in between. */
export const PROMISE_HOURS = 72;

/**
 * By when we promise to answer (A4): 72 hours from the first customer message still without an answer.
 * E-mail has no promise (R8).
 */
export function answerBy(channel: Channel, firstUnansweredAt: Temporal.Instant): Temporal.Instant | null {
  return channel === 'email' ? null : firstUnansweredAt.add({ hours: PROMISE_HOURS });
}
