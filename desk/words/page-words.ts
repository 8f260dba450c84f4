import { computed, type ReadonlySignal } from '@preact/signals';
import { language } from './words.ts';

/** The words of one page in the language that is chosen: they are loaded with the page. */
export function pageWords<Words>(pl: Words, en: Words): ReadonlySignal<Words> {
  return computed(() => (language.value === 'en' ? en : pl));
}
