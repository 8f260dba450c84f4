import type { DeliveryRow } from '../../store/deliveries.ts';
import { findIncident, type IncidentRow } from '../../store/incidents.ts';
import type { ComposeDeps, Said } from './letter-deps.ts';
import type { LetterWords } from './letter-words.ts';
import { paragraph } from './parts.ts';

/** A hole to close (A2), for the registered contact of a shop that has it; null once the advisory is over. */
export async function advisory(
  { store }: ComposeDeps,
  { incident_id, language, due_at }: DeliveryRow,
  words: LetterWords,
): Promise<Said | null> {
  const incident = incident_id === null ? null : await findIncident(store, incident_id);
  if (!incident || isEnded(incident, Temporal.Instant.from(due_at))) return null;
  const { title, text } = language === 'en' ? english(incident) : incident;
  return {
    subject: title,
    parts: [
      paragraph(words.hello),
      { kind: 'said', text },
      paragraph(words.advisoryPanel),
      { kind: 'foot', text: words.advisoryReason, link: null },
    ],
  };
}

/** Whether an advisory was ended before it was due: nobody is told of it any more. */
function isEnded({ until }: IncidentRow, at: Temporal.Instant): boolean {
  return until !== null && Temporal.Instant.compare(Temporal.Instant.from(until), at) <= 0;
}

/** Title and text in English, where there are both. */
function english({ title, text, title_en, text_en }: IncidentRow): Pick<IncidentRow, 'title' | 'text'> {
  return title_en !== null && text_en !== null ? { title: title_en, text: text_en } : { title, text };
}
