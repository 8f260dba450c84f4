import { actions } from './actions.ts';
import { shop } from './shop.ts';

/** In English: what is said only where something is opened, a ticket or a page. No list waits for it. */
export const opened = { ...actions, ...shop };
