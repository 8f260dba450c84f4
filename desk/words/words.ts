import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { createKept } from '../models/kept-text.ts';
import { en } from './en.ts';
import { pl } from './pl.ts';

export type Language = 'pl' | 'en';

const kept = createKept('desk.language');

/** The language of the desk, stored on this machine. It does not affect the language of replies. */
export const language = signal<Language>(kept.get() === 'en' ? 'en' : 'pl');

/** All texts of the desk in the chosen language. */
export const words = computed(() => (language.value === 'en' ? en : pl));

export function chooseLanguage(to: Language): void {
  language.value = to;
  document.documentElement.lang = to;
  kept.keep(to);
}

/** The words of one page in the chosen language, loaded with the page. */
export function pageWords<Words>(pl: Words, en: Words): ReadonlySignal<Words> {
  return computed(() => (language.value === 'en' ? en : pl));
}
