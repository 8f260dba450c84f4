import { dueSoonFrom } from '../../policy/due-soon.ts';
import type { OpeningHours } from '../../policy/opening-hours.ts';
import { queueBounds } from '../../policy/queue.ts';
import { readInstant, toInstantText } from '../../store/instants.ts';
import type { Store } from '../../store/open.ts';
import { nextDue, nextReturn } from '../../store/queue-sections.ts';

/**
 * The next instant after `now` at which the lists of the queue change though nothing happens: a promise falls due soon or
 * is late, what was put off comes back, what we said is late, or a day begins, and with it what we said we write on it.
 */
export async function nextChange(
  db: Store,
  now: Temporal.Instant,
  hours: readonly OpeningHours[],
): Promise<Temporal.Instant> {
  const { soonUntil, tomorrow } = queueBounds(now, hours);
  const text = toInstantText(now);
  const soon = readInstant(await nextDue(db, 0, toInstantText(soonUntil)));
  const changes = [
    readInstant(await nextDue(db, 0, text)),
    readInstant(await nextDue(db, 1, text)),
    soon && dueSoonFrom(soon, hours),
    readInstant(await nextReturn(db, text)),
  ].filter((one) => one !== null);
  return changes.reduce((first, one) => (Temporal.Instant.compare(one, first) < 0 ? one : first), tomorrow);
}
