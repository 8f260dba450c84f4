import { computed, signal } from '@preact/signals';
import { type Language, toLanguage } from '../../src/contract/lists.ts';
import { createKept } from '../models/kept-text.ts';
import { en } from './en.ts';
import { pl, type Words } from './pl.ts';

/** All texts of the desk, in each language. */
export const WORDS: Record<Language, Words> = { pl, en };

const kept = createKept('desk.language');

/** The language of the desk, stored on this machine. It does not affect the language of replies. */
export const language = signal<Language>(toLanguage(kept.get()));

/** All texts of the desk in the chosen language. */
export const words = computed(() => WORDS[language.value]);

export function chooseLanguage(to: Language): void {
  language.value = to;
  document.documentElement.lang = to;
  kept.keep(to);
}
