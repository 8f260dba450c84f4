/**
 * What a page load must know before anything else is loaded: whether the drawer was open, whether something waits to be
 * sent, whether a tab kept a text apart from the panel's, whether a ticket is followed that may be answered, whether a reply
 * is unsent, which notices of the vendor were hidden (by their ids, in the place of a directory). One bit each, in
 * localStorage, under the panel's directory, but for the open drawer, which tells its place; all else lives in IndexedDB.
 */
export type Flag = 'open' | 'outbox' | 'apart' | 'followed' | 'replies' | 'hidden';

const key = (flag: Flag, directory: string) => `pomoc.${flag}${directory}`;

/** A flag set before the panel was known stands under `/` and counts too. */
export function hasFlag(flag: Flag, directory: string): boolean {
  try {
    return !!(localStorage[key(flag, directory)] || localStorage[key(flag, '/')]);
  } catch {
    return false;
  }
}

/** The place of the drawer that was left open: `list`, or a ticket's number; anything shorter is its form. */
export function placeLeft(directory: string): string {
  return localStorage[key('open', directory)] || '';
}

/**
 * Sets a flag; clearing it clears what was set before the panel was known too.
 * @param on of the open drawer the place it is at, 1 for its form
 */
export function setFlag(flag: Flag, directory: string, on: boolean | string): void {
  try {
    if (on) localStorage.setItem(key(flag, directory), `${on}`);
    else for (const at of [directory, '/']) localStorage.removeItem(key(flag, at));
  } catch {
    // No storage: the drawer stays closed on the next page, and the outbox is looked at when it is opened.
  }
}
