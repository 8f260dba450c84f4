import { queueBounds } from '../../policy/queue.ts';
import { toInstantText } from '../../store/instants.ts';
import type { Bounds } from '../../store/queue-sections.ts';

/** The bounds of the queue's sections at an instant, as the store compares them. */
export function storeBounds(now: Temporal.Instant): Bounds {
  const { soonUntil, tomorrow } = queueBounds(now);
  return { now: toInstantText(now), soonUntil: toInstantText(soonUntil), tomorrow: toInstantText(tomorrow) };
}
