import type { OpeningHours } from '../../policy/opening-hours.ts';
import { queueBounds } from '../../policy/queue.ts';
import { type InstantText, toInstantText } from '../../store/instants.ts';
import type { Bounds } from '../../store/queue-sections.ts';

/** The bounds of the queue's sections at an instant, as the store compares them. */
export function storeBounds(now: Temporal.Instant, hours: readonly OpeningHours[]): Bounds {
  const { soonUntil, tomorrow } = queueBounds(now, hours);
  return { now: toInstantText(now), soonUntil: toInstantText(soonUntil), tomorrow: toInstantText(tomorrow) };
}

/** After every instant that is stored. */
const END_OF_TIME = '9999-12-31T23:59:59.999Z' as InstantText;

/** The bounds for the filter by agent: of their own (`me`) one sees what one said one writes on another day, too. */
export function boundsFor(assignee: string | undefined, bounds: Bounds): Bounds {
  return assignee === 'me' ? { ...bounds, tomorrow: END_OF_TIME } : bounds;
}
