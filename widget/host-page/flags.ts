/**
 * Flags that a page reads before anything else is loaded: the drawer was open, the outbox is not empty, a tab has a
 * draft of its own, a followed ticket may get a reply, a reply is unsent, notices were hidden (by their ids instead of
 * a directory). One bit each, in localStorage, under the panel's directory; only the open drawer stores its route.
 * Everything else is in IndexedDB.
 */
export type Flag = 'open' | 'outbox' | 'apart' | 'followed' | 'replies' | 'hidden';

const key = (flag: Flag, directory: string) => `pomoc.${flag}${directory}`;

/** A flag set before the panel was known is under `/` and counts too. */
export function hasFlag(flag: Flag, directory: string): boolean {
  try {
    return !!(localStorage[key(flag, directory)] || localStorage[key(flag, '/')]);
  } catch {
    return false;
  }
}

/** The route of the drawer that was left open: `list`, or a ticket's number; anything shorter is the form. */
export function placeLeft(directory: string): string {
  return localStorage[key('open', directory)] || '';
}

/**
 * Sets a flag; clearing it also clears the one set before the panel was known.
 * @param on for the open drawer its route, or 1 for the form
 */
export function setFlag(flag: Flag, directory: string, on: boolean | string): void {
  try {
    if (on) localStorage.setItem(key(flag, directory), `${on}`);
    else for (const at of [directory, '/']) localStorage.removeItem(key(flag, at));
  } catch {
    // No storage: the drawer stays closed on the next page, and the outbox is read when it is opened.
  }
}
