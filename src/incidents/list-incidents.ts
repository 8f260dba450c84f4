import { IncidentCursor } from '../contract/desk/incident-requests.ts';
import type { IncidentLists } from '../contract/desk/incidents.ts';
import { comingIncidents, endedIncidents, runningIncidents } from '../store/incidents.ts';
import { type InstantText, toInstantText } from '../store/instants.ts';
import { countLinked } from '../store/linked-tickets.ts';
import type { Store } from '../store/open.ts';
import { toDeskIncident } from './to-desk-incident.ts';

/** A bound, not a page: nobody has that many at once. */
const MOST_AT_ONCE = 200;

const PAGE = 50;

/** The last incident of a page: when it ended, and its id. */
export interface EndedBefore {
  until: InstantText;
  id: number;
}

/** Decodes a cursor; null for an invalid one. */
export function readIncidentCursor(cursor: string): EndedBefore | null {
  if (!IncidentCursor.safeParse(cursor).success) return null;
  const [until = '', id] = cursor.split('~');
  return { until, id: Number(id) };
}

/** Active, coming and ended incidents. @param before asks for the next page of ended ones only */
export async function listIncidents(
  db: Store,
  now: Temporal.Instant,
  before: EndedBefore | null,
): Promise<IncidentLists> {
  const at = toInstantText(now);
  const running = before ? [] : (await runningIncidents(db, at)).slice(0, MOST_AT_ONCE);
  const coming = before ? [] : await comingIncidents(db, at, MOST_AT_ONCE);
  const found = await endedIncidents(db, at, before, PAGE + 1);
  const ended = found.slice(0, PAGE);
  const linked = await countLinked(
    db,
    [...running, ...coming, ...ended].map(({ id }) => id),
  );
  const toDesk = (incident: (typeof ended)[number]) => toDeskIncident(incident, linked.get(incident.id) ?? 0);
  const last = ended.at(-1);
  return {
    running: running.map(toDesk),
    coming: coming.map(toDesk),
    ended: ended.map(toDesk),
    next: found.length > PAGE && last ? `${last.until}~${last.id}` : null,
  };
}
