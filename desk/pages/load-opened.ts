import openedStyles from '../css/opened.css?url';
import { loadPageWords } from '../words/words.ts';
import { loadStyles } from './load-styles.ts';

/**
 * Loads texts and styles that what is opened shares, a ticket, a page or a dialog: no list waits for them. Before those of
 * the page itself, which may override them. Rejects where they cannot be loaded.
 */
export async function loadOpened(): Promise<void> {
  await Promise.all([loadStyles(openedStyles), loadPageWords('opened')]);
}
