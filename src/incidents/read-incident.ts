import type { IncidentDetail } from '../contract/desk/incidents.ts';
import { isOver } from '../policy/thread.ts';
import { findAgentById } from '../store/agents.ts';
import { auditOfIncident } from '../store/audit.ts';
import { findIncident } from '../store/incidents.ts';
import { toPublicInstant } from '../store/instants.ts';
import { countByMark, type LinkedCount, linkedTickets } from '../store/linked-tickets.ts';
import type { Store } from '../store/open.ts';
import { queuedTickets } from '../store/queue.ts';
import { toQueueRow } from '../tickets/queue/to-queue-row.ts';
import { toDeskIncident } from './to-desk-incident.ts';

const PAGE = 50;

/**
 * An incident with its linked tickets; null when there is none.
 * @param before the sequence of the last ticket of the page before; null for the first page
 */
export async function readIncident(db: Store, id: number, before: number | null): Promise<IncidentDetail | null> {
  const incident = await findIncident(db, id);
  if (!incident) return null;
  const counts = toCounts(await countByMark(db, id));
  const agent = incident.solved_by === null ? null : await findAgentById(db, incident.solved_by);
  const by = agent && { id: agent.id, name: agent.name };
  const found = await linkedTickets(db, id, before, PAGE + 1);
  const page = found.slice(0, PAGE);
  const lines = await queuedTickets(
    db,
    page.map(({ number }) => number),
  );
  return {
    incident: toDeskIncident(incident, counts.linked),
    solution: incident.solution === null ? null : { text: incident.solution, by },
    counts,
    history: (await auditOfIncident(db, id)).map(({ at, actor, action }) => ({
      at: toPublicInstant(Temporal.Instant.from(at)),
      actor,
      action,
    })),
    tickets: lines.toSorted((one, other) => other.sequence - one.sequence).map((line) => toQueueRow(line, null)),
    next: found.length > PAGE ? String(page.at(-1)?.sequence) : null,
  };
}

function toCounts(counted: readonly LinkedCount[]): IncidentDetail['counts'] {
  const sum = (fits: (one: LinkedCount) => boolean) =>
    counted.filter(fits).reduce((total, { count }) => total + count, 0);
  return {
    linked: sum(() => true),
    waiting: sum(({ mark, status }) => mark === null && !isOver(status)),
    over: sum(({ mark, status }) => mark === 'passed' || (mark === null && isOver(status))),
    answered: sum(({ mark }) => mark === 'answered'),
    kept: sum(({ mark }) => mark === 'kept'),
  };
}
