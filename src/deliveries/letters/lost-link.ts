import type { ComposeDeps, Said, TicketLetter } from './letter-deps.ts';
import { paragraph } from './parts.ts';
import { greeting, linkTo, subjectFor } from './ticket-parts.ts';

/** The link to a ticket, for its contact: somebody named both and asked for it. */
export function lostLink(deps: ComposeDeps, letter: TicketLetter): Said {
  const { words, ticket } = letter;
  return {
    subject: subjectFor(letter, words.linkSubject),
    parts: [
      ...greeting(words, words.linkAsked(ticket.number)),
      ...linkTo(deps, words, ticket),
      paragraph(words.linkNotYou),
    ],
  };
}
