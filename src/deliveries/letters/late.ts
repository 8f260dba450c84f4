import { readInstant } from '../../store/instants.ts';
import type { ComposeDeps, Said, TicketLetter } from './letter-deps.ts';
import { paragraph } from './parts.ts';
import { greeting, howToWriteOn, subjectFor } from './ticket-parts.ts';

/** Says that a promise may break; null once it is kept. */
export function late(deps: ComposeDeps, letter: TicketLetter): Said | null {
  const { words, ticket } = letter;
  const answerBy = readInstant(ticket.answer_by);
  if (!answerBy) return null;
  return {
    subject: subjectFor(letter, words.lateSubject),
    parts: [
      ...greeting(words, words.late(ticket.number, words.when(answerBy))),
      paragraph(words.lateSorry),
      ...howToWriteOn(deps, letter),
    ],
  };
}
