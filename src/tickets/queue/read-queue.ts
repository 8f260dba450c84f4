import type { Section } from '../../contract/lists.ts';
import { dueSoonUntil } from '../../policy/queue.ts';
import { toInstantText } from '../../store/instants.ts';
import type { Store } from '../../store/open.ts';
import { type QueuedTicket, queuedDueSoon, queuedLater, queuedOutages } from '../../store/queue.ts';

/** The queue at an instant, section by section, in the order of `policy/queue`; at most `limit` tickets a section. */
export async function readQueue(
  store: Store,
  now: Temporal.Instant,
  limit: number,
): Promise<{ section: Section; tickets: QueuedTicket[] }[]> {
  const bound = toInstantText(dueSoonUntil(now));
  return [
    { section: 'outages', tickets: await queuedOutages(store, { limit }) },
    { section: 'due-soon', tickets: await queuedDueSoon(store, bound, { limit }) },
    { section: 'queue', tickets: await queuedLater(store, bound, { limit }) },
  ];
}
