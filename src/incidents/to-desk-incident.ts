import type { Incident } from '../contract/desk/incidents.ts';
import type { IncidentRow } from '../store/incidents.ts';
import { maybePublicInstant, toPublicInstant } from '../store/instants.ts';

/** Maps an incident to the contract: the only place that does. */
export function toDeskIncident(incident: IncidentRow, linked: number): Incident {
  const { title_en: title, text_en: text } = incident;
  return {
    id: incident.id,
    kind: incident.kind,
    title: incident.title,
    text: incident.text,
    english: title !== null && text !== null ? { title, text } : null,
    since: toPublicInstant(Temporal.Instant.from(incident.since)),
    until: maybePublicInstant(incident.until),
    fromVersion: incident.from_version,
    toVersion: incident.to_version,
    solvedAt: maybePublicInstant(incident.solved_at),
    linked,
  };
}
