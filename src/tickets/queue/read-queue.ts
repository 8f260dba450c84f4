import type { Section } from '../../contract/lists.ts';
import type { OpeningHours } from '../../policy/opening-hours.ts';
import type { Store } from '../../store/open.ts';
import { queuedDueSoon, queuedLater, queuedPromised } from '../../store/queue-sections.ts';
import { storeBounds } from './queue-bounds.ts';
import { lineOf, type QueueLine, readOutages } from './read-outages.ts';

/** The queue at an instant, section by section, in the order of `policy/queue`; at most `limit` rows a section. */
export async function readQueue(
  store: Store,
  { now, hours, limit }: { now: Temporal.Instant; hours: readonly OpeningHours[]; limit: number },
): Promise<{ section: Section; rows: QueueLine[] }[]> {
  const bounds = storeBounds(now, hours);
  return [
    { section: 'outages', rows: await readOutages(store, { limit }) },
    { section: 'due-soon', rows: (await queuedDueSoon(store, bounds, { limit })).map(lineOf) },
    { section: 'promised', rows: (await queuedPromised(store, bounds, { limit })).map(lineOf) },
    { section: 'queue', rows: (await queuedLater(store, bounds, { limit })).map(lineOf) },
  ];
}
