import { appendEvent } from '../events/append-event.ts';
import type { Agent } from '../identity/agent.ts';
import { findIncident, updateIncident } from '../store/incidents.ts';
import { toInstantText } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import type { StoreAndClock } from '../store/open.ts';
import { type DoneToIncident, idempotentlyForIncident } from './idempotently-for-incident.ts';
import { isOpenIncident } from './is-open-incident.ts';

/** Why an incident was not solved: there is none, it is solved already, or it is news of a version. */
export type NotSolved = { outcome: 'not-found' } | { outcome: 'not-allowed' };

/**
 * Solves an incident, once per idempotency key: from now on no panel shows it, no ticket is linked to it, and its reply
 * is fixed. `completeSolutions` answers the linked tickets afterwards.
 */
export async function solveIncident(
  { store, now }: StoreAndClock,
  id: number,
  text: string,
  agent: Agent,
  key: string,
): Promise<DoneToIncident | NotSolved> {
  const at = now();
  return idempotentlyForIncident<NotSolved>(store, key, [agent.id, id, text], at, async (transaction) => {
    await lock(transaction, `incident:${id}`);
    const incident = await findIncident(transaction, id);
    if (!incident) return { outcome: 'not-found' };
    if (!isOpenIncident(incident)) return { outcome: 'not-allowed' };
    const solvedAt = toInstantText(at);
    const until = incident.until !== null && incident.until <= solvedAt ? incident.until : solvedAt;
    await updateIncident(transaction, id, { until, solved_at: solvedAt, solved_by: agent.id, solution: text });
    const details = { notice: id };
    await appendEvent(transaction, { at: solvedAt, actor: agent.id, action: 'notice.solved', incidentId: id, details });
    return { outcome: 'done', id };
  });
}
