import { appendEvent } from '../events/append-event.ts';
import { findIncident, markIncidentEnded } from '../store/incidents.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';

/** `not-running`: the incident has ended already; nothing was written. */
export type IncidentEnded = 'ended' | 'not-running' | 'not-found';

/**
 * Ends an incident at once, also one that has not begun, without a reply to anybody: panels drop its notice with their
 * next request, its tickets stay linked, and each is owed its reply as before.
 * @param actor for the audit trail: `operator`, or an agent's id
 */
export async function endIncident(
  store: Store,
  id: number,
  actor: string,
  now: Temporal.Instant,
): Promise<IncidentEnded> {
  const at = toInstantText(now);
  return store.transaction().execute(async (transaction) => {
    if (!(await markIncidentEnded(transaction, id, at))) {
      return (await findIncident(transaction, id)) ? 'not-running' : 'not-found';
    }
    await appendEvent(transaction, { at, actor, action: 'notice.ended', incidentId: id, details: { notice: id } });
    return 'ended';
  });
}
