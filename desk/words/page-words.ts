import { computed, type ReadonlySignal } from '@preact/signals';
import { language } from './words.ts';

/** The words of one page in the chosen language, loaded with the page. */
export function pageWords<Words>(pl: Words, en: Words): ReadonlySignal<Words> {
  return computed(() => (language.value === 'en' ? en : pl));
}
