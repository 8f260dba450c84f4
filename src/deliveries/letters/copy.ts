import type { DeliveryRow } from '../../store/deliveries.ts';
import { findMessage } from '../../store/messages.ts';
import { type ComposeDeps, readsLetters, type Said, type TicketLetter } from './letter-deps.ts';
import { paragraph } from './parts.ts';
import { namesOfFiles, subjectOf } from './ticket-parts.ts';

/** A reply for somebody who is not the contact: without a link, and without a word of what the contact is asked for. */
export async function copy(
  deps: ComposeDeps,
  { thread_message }: DeliveryRow,
  { words, ticket }: TicketLetter,
): Promise<Said | null> {
  const message = thread_message === null ? null : await findMessage(deps.store, thread_message);
  if (!message) return null;
  return {
    subject: subjectOf(ticket),
    parts: [
      paragraph(words.copyOf(message.author ?? words.agent, ticket.number)),
      { kind: 'said', text: message.text },
      ...(await namesOfFiles(deps.store, message, words.copiedFiles)),
      ...(readsLetters(deps) ? [paragraph(words.writeOn.byMail)] : []),
      { kind: 'foot', text: words.copyReason, link: null },
    ],
  };
}
