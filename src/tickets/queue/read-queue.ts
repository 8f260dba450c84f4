import type { Section } from '../../contract/lists.ts';
import { dueSoonUntil } from '../../policy/queue.ts';
import { toInstantText } from '../../store/instants.ts';
import type { Store } from '../../store/open.ts';
import { queuedDueSoon, queuedLater } from '../../store/queue.ts';
import { lineOf, type QueueLine, readOutages } from './read-outages.ts';

/** The queue at an instant, section by section, in the order of `policy/queue`; at most `limit` rows a section. */
export async function readQueue(
  store: Store,
  now: Temporal.Instant,
  limit: number,
): Promise<{ section: Section; rows: QueueLine[] }[]> {
  const bound = toInstantText(dueSoonUntil(now));
  return [
    { section: 'outages', rows: await readOutages(store, { limit }) },
    { section: 'due-soon', rows: (await queuedDueSoon(store, bound, { limit })).map(lineOf) },
    { section: 'queue', rows: (await queuedLater(store, bound, { limit })).map(lineOf) },
  ];
}
