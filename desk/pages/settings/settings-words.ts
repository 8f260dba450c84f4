import { hoursInWords, readHours } from '../../../src/contract/shops/opening-hours.ts';
import { language, pageWords } from '../../words/words.ts';
import { en } from './words/en.ts';
import { pl } from './words/pl.ts';

/** Every text of the page, in the language that is chosen. */
export const settingsWords = pageWords(pl, en);

/** The value of a setting for people: opening hours in words, and a word for an empty value. */
export function shownValue(name: string | null, value: string | null): string {
  if (value === null) return settingsWords.value.empty;
  const hours = name === 'opening-hours' ? readHours(value) : null;
  return hours ? hoursInWords(hours, language.value) : value;
}
