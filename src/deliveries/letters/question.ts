import type { ComposeDeps, Said } from './letter-deps.ts';
import type { LetterWords } from './letter-words.ts';
import { paragraph } from './parts.ts';
import { emergency, greeting } from './ticket-parts.ts';

/** Asks whoever wrote for number and address of the shop, with where they stand. */
export function question(deps: ComposeDeps, words: LetterWords): Said {
  return {
    subject: words.questionSubject,
    parts: [
      ...greeting(words, words.question),
      paragraph(words.questionWhere),
      paragraph(words.questionHow),
      paragraph(words.questionPanel),
      emergency(deps, words),
    ],
  };
}
