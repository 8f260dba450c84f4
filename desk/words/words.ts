import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { type Language, toLanguage } from '../../src/contract/lists.ts';
import { createKept } from '../models/kept-text.ts';
import type { DeskWords, PageTexts, Words } from './pl.ts';

interface Dictionary {
  texts: DeskWords;
  pages: PageTexts;
}

/** The languages of the desk, each by its own name. Only the one that is read is loaded. */
export const DICTIONARIES: Record<Language, { name: string; load: () => Promise<Dictionary> }> = {
  pl: {
    name: 'Polski',
    load: async () => import('./pl.ts').then(({ pl, plPages }) => ({ texts: pl, pages: plPages })),
  },
  en: {
    name: 'English',
    load: async () => import('./en.ts').then(({ en, enPages }) => ({ texts: en, pages: enPages })),
  },
};

const kept = createKept('desk.language');
const chosen = signal<Language>(toLanguage(kept.get()));
/** Missing until `loadWords` has resolved, and of each page until `loadPageWords` has: nothing is drawn before. */
const dictionary = signal<Words>(undefined as never);
/** Whose texts come when they are needed: of pages, and of parts. */
type Apart = keyof PageTexts;

/** Those that are in the dictionary. */
const opened = new Set<Apart>();

/** The language of the desk, stored on this machine. It does not affect the language of replies. */
export const language: ReadonlySignal<Language> = chosen;

/** All texts of the desk in the chosen language. */
export const words: ReadonlySignal<Words> = dictionary;

/** Loads the texts of the stored language. Rejects where they cannot be loaded. */
export async function loadWords(): Promise<void> {
  dictionary.value = await wordsIn(chosen.peek());
}

/** Loads the texts of a page or part in the chosen language, before it is drawn. Rejects where they cannot be loaded. */
export async function loadPageWords(page: Apart): Promise<void> {
  if (opened.has(page)) return;
  const to = chosen.peek();
  const { pages } = await DICTIONARIES[to].load();
  const texts = await textsOf(page, pages);
  // Another language was chosen meanwhile.
  if (chosen.peek() !== to) return loadPageWords(page);
  opened.add(page);
  dictionary.value = { ...dictionary.peek(), ...texts };
}

/** The texts of a page as they stand among all: under its name, or beside the desk's own. */
async function textsOf(page: Apart, pages: PageTexts): Promise<object> {
  const texts = await pages[page]();
  return page === 'opened' ? texts : { [page]: texts };
}

/** Changes the language. Where its texts cannot be loaded the desk stays as it is. */
export async function chooseLanguage(to: Language): Promise<void> {
  const loaded = await wordsIn(to).catch(() => null);
  if (!loaded) return;
  batch(() => {
    chosen.value = to;
    dictionary.value = loaded;
  });
  document.documentElement.lang = to;
  kept.keep(to);
}

/** The texts of the desk, and of all pages that were opened. */
async function wordsIn(to: Language): Promise<Words> {
  const { texts, pages } = await DICTIONARIES[to].load();
  const names = [...opened];
  const loaded = await Promise.all(names.map((name) => textsOf(name, pages)));
  // A page that was opened meanwhile is drawn with these texts, too.
  if (opened.size > names.length) return wordsIn(to);
  return Object.assign({}, texts, ...loaded);
}
