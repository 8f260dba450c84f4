import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { type Language, toLanguage } from '../../src/contract/lists.ts';
import { createKept } from '../models/kept-text.ts';
import type { Words } from './pl.ts';

/** The languages of the desk, each by its own name. Only the one that is read is loaded. */
export const DICTIONARIES: Record<Language, { name: string; load: () => Promise<Words> }> = {
  pl: { name: 'Polski', load: () => import('./pl.ts').then(({ pl }) => pl) },
  en: { name: 'English', load: () => import('./en.ts').then(({ en }) => en) },
};

const kept = createKept('desk.language');
const chosen = signal<Language>(toLanguage(kept.get()));
/** Missing until `loadWords` has resolved, which nothing is drawn before. */
const dictionary = signal<Words>(undefined as never);

/** The language of the desk, stored on this machine. It does not affect the language of replies. */
export const language: ReadonlySignal<Language> = chosen;

/** All texts of the desk in the chosen language. */
export const words: ReadonlySignal<Words> = dictionary;

/** Loads the texts of the stored language. Rejects where they cannot be loaded. */
export async function loadWords(): Promise<void> {
  dictionary.value = await DICTIONARIES[chosen.peek()].load();
}

/** Changes the language. Where its texts cannot be loaded the desk stays as it is. */
export async function chooseLanguage(to: Language): Promise<void> {
  const loaded = await DICTIONARIES[to].load().catch(() => null);
  if (!loaded) return;
  batch(() => {
    chosen.value = to;
    dictionary.value = loaded;
  });
  document.documentElement.lang = to;
  kept.keep(to);
}
