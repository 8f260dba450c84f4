import { appendEvent } from '../events/append-event.ts';
import type { Agent } from '../identity/agent.ts';
import { INCIDENT_KEYS } from '../store/idempotency.ts';
import { findIncident, updateIncident } from '../store/incidents.ts';
import { toInstantText } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import type { StoreAndClock } from '../store/open.ts';
import { type Done, idempotently, type KeyReused } from '../tickets/idempotently.ts';
import { isOpenIncident } from './is-open-incident.ts';

/** Why an incident was not solved: there is none, or (`conflict`) it is solved already or is news of a version. */
export interface NotSolved {
  outcome: 'refused';
  code: 'not-found' | 'conflict';
}

/**
 * Solves an incident, once per idempotency key: from now on no panel shows it, no ticket is linked to it, and its reply
 * is fixed. `completeSolutions` answers the linked tickets afterwards.
 */
export async function solveIncident(
  deps: StoreAndClock,
  id: number,
  text: string,
  agent: Agent,
  key: string,
): Promise<Done | KeyReused | NotSolved> {
  return idempotently<NotSolved>(
    deps,
    key,
    [agent.id, id, text],
    async (transaction, now) => {
      await lock(transaction, `incident:${id}`);
      const incident = await findIncident(transaction, id);
      if (!incident) return { outcome: 'refused', code: 'not-found' };
      if (!isOpenIncident(incident)) return { outcome: 'refused', code: 'conflict' };
      const solvedAt = toInstantText(now);
      const until = incident.until !== null && incident.until <= solvedAt ? incident.until : solvedAt;
      await updateIncident(transaction, id, { until, solved_at: solvedAt, solved_by: agent.id, solution: text });
      const details = { notice: id };
      await appendEvent(transaction, {
        at: solvedAt,
        actor: agent.id,
        action: 'notice.solved',
        incidentId: id,
        details,
      });
      return { number: `${id}`, answer: { id } };
    },
    { keys: INCIDENT_KEYS },
  );
}
