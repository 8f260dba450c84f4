/**
 * Flags that a page reads before anything else is loaded: the drawer was open, the outbox is not empty, a tab has a
 * draft of its own, a followed ticket may get a reply, a reply is unsent, notices were hidden (by their ids instead of
 * a panelPath), the drawer was put to the other side (for the whole origin). One bit each, in localStorage, under the panel's panelPath; only the open drawer stores its route.
 * Everything else is in IndexedDB.
 */
export type Flag = 'open' | 'outbox' | 'apart' | 'followed' | 'replies' | 'hidden' | 'side';

const key = (flag: Flag, panelPath: string) => `pomoc.${flag}${panelPath}`;

/**
 * What a flag is set to; nothing if it is not. One set before the panel was known is under `/` and counts too. The open
 * drawer's is its route: `list`, or a ticket's number; anything shorter is the form.
 */
export function hasFlag(flag: Flag, panelPath: string): string | undefined {
  try {
    return localStorage[key(flag, panelPath)] || localStorage[key(flag, '/')];
  } catch {
    // No storage: nothing was set.
  }
}

/**
 * Sets a flag; clearing it also clears the one set before the panel was known.
 * @param on for the open drawer its route, or 1 for the form
 */
export function setFlag(flag: Flag, panelPath: string, on: boolean | string): void {
  try {
    if (panelPath.endsWith('#')) return; // a form in a page, which has no panel
    if (on) localStorage.setItem(key(flag, panelPath), `${on}`);
    else for (const at of [panelPath, '/']) localStorage.removeItem(key(flag, at));
  } catch {
    // No storage: the drawer stays closed on the next page, and the outbox is read when it is opened.
  }
}

/** Whether something was kept under a directory by pages of this panel, or of its origin before the panel was known. */
export const isOfPanel = (directory: string, panelPath: string): boolean =>
  directory === panelPath || directory === '/';
