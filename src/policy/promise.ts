import type { Channel } from '../contract/lists.ts';

/** The longest time to an answer (A4), in hours of elapsed time: 259 200 s, whatever the clocks do in between. */
export const PROMISE_HOURS = 72;

/** Whether replies are promised to tickets of a channel (A4). E-mail has no promise (R8). */
export const IS_PROMISED: Record<Channel, boolean> = { panel: true, form: true, phone: true, email: false };

/**
 * By when we promise to answer (A4): 72 hours from the first customer message still without an answer. Of a ticket that has
 * a promise.
 */
export function answerBy(firstUnansweredAt: Temporal.Instant): Temporal.Instant {
  return firstUnansweredAt.add({ hours: PROMISE_HOURS });
}
