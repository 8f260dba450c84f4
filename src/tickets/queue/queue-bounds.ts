import type { OpeningHours } from '../../policy/opening-hours.ts';
import { queueBounds } from '../../policy/queue.ts';
import { toInstantText } from '../../store/instants.ts';
import type { Bounds } from '../../store/queue-sections.ts';

/** The bounds of the queue's sections at an instant, as the store compares them. */
export function storeBounds(now: Temporal.Instant, hours: readonly OpeningHours[]): Bounds {
  const { soonUntil, tomorrow } = queueBounds(now, hours);
  return { now: toInstantText(now), soonUntil: toInstantText(soonUntil), tomorrow: toInstantText(tomorrow) };
}
