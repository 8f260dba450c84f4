import type { DeliveryRow } from '../../store/deliveries.ts';
import { findIncident } from '../../store/incidents.ts';
import { readInstant } from '../../store/instants.ts';
import { findMessage } from '../../store/messages.ts';
import { type ComposeDeps, readsLetters, type Said, type TicketLetter } from './letter-deps.ts';
import { type Part, paragraph } from './parts.ts';
import { howToWriteOn, linkTo, namesOfFiles, subjectOf } from './ticket-parts.ts';

/** What an agent wrote, whole, and what they wait for; an incident's solution says of which. */
export async function reply(
  deps: ComposeDeps,
  { kind, thread_message, incident_id }: DeliveryRow,
  { words, ticket }: TicketLetter,
): Promise<Said | null> {
  const message = thread_message === null ? null : await findMessage(deps.store, thread_message);
  if (!message) return null;
  const incident = kind === 'solution' && incident_id !== null ? await findIncident(deps.store, incident_id) : null;
  // No greeting of ours: agents write their own.
  const first = incident
    ? words.solutionOf(incident.title, ticket.number)
    : words.replies(message.author ?? words.agent, ticket.number);
  return {
    subject: subjectOf(ticket),
    parts: [
      paragraph(first),
      { kind: 'said', text: message.text },
      ...(await namesOfFiles(deps.store, message, words.files)),
      ...nextStep(deps, { words, ticket, isKnown: true }),
    ],
  };
}

/** What the ticket's state asks of its reader. */
function nextStep(deps: ComposeDeps, letter: TicketLetter): Part[] {
  const { words, ticket } = letter;
  const road = readsLetters(deps) ? 'byMail' : 'byLink';
  if (ticket.status === 'waiting-for-customer')
    return [paragraph(words.waitsForYou[road]), ...linkTo(deps, words, ticket)];
  if (ticket.status === 'solved') return [paragraph(words.solved[road]), ...linkTo(deps, words, ticket)];
  const by = readInstant(ticket.follow_up_at);
  const goesOn = by ? words.writesAgain(words.when(by)) : words.goesOn;
  return [...(ticket.status === 'in-progress' ? [paragraph(goesOn)] : []), ...howToWriteOn(deps, letter)];
}
