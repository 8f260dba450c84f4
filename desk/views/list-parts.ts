import { loadOpened } from '../pages/load-opened.ts';
import { loadStyles } from '../pages/load-styles.ts';
import { loadPageWords } from '../words/words.ts';
import listStyles from './list-parts.css?url';

/** Loads a part of the lists that a press or a search needs, with the texts and styles of all of them. */
async function withTexts<Part>(load: () => Promise<Part>): Promise<Part> {
  const [part] = await Promise.all([load(), loadOpened(), loadPageWords('listParts'), loadStyles(listStyles)]);
  return part;
}

export const loadFound = () => withTexts(async () => (await import('./FoundPane.tsx')).FoundPane);
export const loadFilters = () => withTexts(async () => (await import('./FilterPanel.tsx')).FilterPanel);
export const loadChips = () => withTexts(async () => (await import('./FilterChips.tsx')).FilterChips);
export const loadViews = () => withTexts(async () => (await import('./ViewsMenu.tsx')).ViewsMenu);
export const loadChosenBar = () => withTexts(async () => (await import('./ChosenBar.tsx')).ChosenBar);
export const loadTags = () => withTexts(async () => (await import('./TicketTags.tsx')).TicketTags);
