import { createKept } from './kept-text.ts';
import { type ListAddress, listQuery, readListPlace } from './list-address.ts';

/** How dense this machine's lists are, where the address does not say. */
const kept = createKept('desk.density');

/**
 * The place of the list in the query of the page's address, beside the open ticket or page after `#`: links to tickets
 * keep it, and it survives a reload.
 */
export const WINDOW_ADDRESS: ListAddress = {
  read: () => readListPlace(location.search, kept.get() === 'compact'),
  write(place, isStep) {
    kept.keep(place.isCompact ? 'compact' : '');
    const query = listQuery(place);
    if (query === location.search) return;
    const address = `${location.pathname}${query}${location.hash}`;
    if (isStep) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  },
  follow(onPlace) {
    addEventListener('popstate', () => onPlace(WINDOW_ADDRESS.read()));
  },
};
