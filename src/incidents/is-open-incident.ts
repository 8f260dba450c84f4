import { isWithin } from '../policy/version.ts';
import type { IncidentRow } from '../store/incidents.ts';
import type { InstantText } from '../store/instants.ts';

/** Whether tickets may be linked to an incident: no ticket is about the news of a version, and a solved one has been answered. */
export function isOpenIncident({ kind, solved_at }: IncidentRow): boolean {
  return kind !== 'update' && solved_at === null;
}

/** Whether a shop with this version is shown the incident at an instant. */
export function isToldTo(incident: IncidentRow, version: string | null, at: InstantText): boolean {
  const { since, until, from_version: from, to_version: to } = incident;
  return since <= at && (until === null || until > at) && isWithin(version, { from, to });
}
