import { actions } from './actions.ts';
import { shop } from './shop.ts';

/** In English: what only what is open says, a ticket or a page. No list waits for it. */
export const ofTicket = { ...actions, ...shop };
