import { computed, signal } from '@preact/signals';
import { en } from './en.ts';
import { pl } from './pl.ts';

export type Language = 'pl' | 'en';

const KEY = 'desk.language';

/** The language of the desk: chosen once on this machine. Customers are written to in their own, whatever it is. */
export const language = signal<Language>(readLanguage());

/** Every text of the desk, in the language that is chosen. */
export const words = computed(() => (language.value === 'en' ? en : pl));

export function chooseLanguage(to: Language): void {
  language.value = to;
  document.documentElement.lang = to;
  try {
    localStorage.setItem(KEY, to);
  } catch {
    // for this page only, then
  }
}

function readLanguage(): Language {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'pl';
  } catch {
    return 'pl';
  }
}
