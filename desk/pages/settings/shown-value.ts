import { label } from '../../../browser/lists.ts';
import { hoursInWords, readHours } from '../../../src/contract/shops/opening-hours.ts';
import { language, words } from '../../words/words.ts';

/** The value of a setting for people: opening hours in words, and a word for an empty value. */
export function shownValue(name: string | null, value: string | null): string {
  if (value === null) return words.value.settings.empty;
  if (name === 'second-factor') return label(words.value.settings.factorRules, value);
  const hours = name === 'opening-hours' ? readHours(value) : null;
  return hours ? hoursInWords(hours, language.value) : value;
}
