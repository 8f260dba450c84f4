import { host } from '../../browser/host.ts';

/** What opens one ticket: its number, with the key of its link or a code from the telephone. */
export type LinkKey = { number: string; key: string } | { number: string; code: string };

/** In the page's own storage: it ends with the tab, and no other origin reads it. */
const KEPT = 'pomoc.link';

/**
 * The key from the address, which leaves it at once: it must not be seen over a shoulder, bookmarked, or sent on with a
 * screenshot. After a reload it is the one that was kept.
 */
export function takeLinkKey(): LinkKey | null {
  const [, number, key] = /^#(\d{1,16})\.([\w-]{32})$/.exec(host.location.hash) ?? [];
  if (host.location.hash) host.history.replaceState(null, '', host.location.pathname);
  if (number && key) keepLinkKey({ number, key });
  try {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? 'null') as LinkKey | null;
  } catch {
    return number && key ? { number, key } : null;
  }
}

/** Keeps a key for reloads of this tab. */
export function keepLinkKey(key: LinkKey): void {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(key));
  } catch {
    // After a reload the letter opens it again.
  }
}

/** Forgets a key that opens nothing. */
export function forgetLinkKey(): void {
  try {
    sessionStorage.removeItem(KEPT);
  } catch {
    // There is no storage.
  }
}
