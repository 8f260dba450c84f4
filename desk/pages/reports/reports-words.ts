import { pageWords } from '../../words/words.ts';
import { en } from './words/en.ts';
import { pl } from './words/pl.ts';

/** Every text of the page, in the language that is chosen. */
export const reportsWords = pageWords(pl, en);
