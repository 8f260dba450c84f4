import type { Language } from '../../contract/lists.ts';
import type { LetterWords } from './letter-words.ts';
import { ENGLISH } from './words-en.ts';
import { POLISH } from './words-pl.ts';

/** What letters say, in each language. */
export const LETTER_WORDS: Record<Language, LetterWords> = { pl: POLISH, en: ENGLISH };
