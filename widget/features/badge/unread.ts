import { host } from '../../../browser/host.ts';

/** The last known number of unread replies, shared by all tabs of this browser. */
export interface Unread {
  count: number;
  /** when it was read, in milliseconds since 1970; 0 for never */
  askedAt: number;
  /** the ticket that has all of them, if known */
  number?: string | undefined;
}

const key = (panelPath: string) => `pomoc.unread${panelPath}`;

/** Stands for the time of the last poll where there is no storage: the poll could not keep to once a minute. */
export const NO_STORAGE = Number.POSITIVE_INFINITY;

const listeners = new Set<() => void>();

/** The last known count of a panel. */
export function readUnread(panelPath: string): Unread {
  try {
    const [count, askedAt, number] = (localStorage.getItem(key(panelPath)) ?? '').split(' ');
    return { count: Number(count) || 0, askedAt: Number(askedAt) || 0, number };
  } catch {
    return { count: 0, askedAt: NO_STORAGE };
  }
}

/** Stores a count and notifies its listeners. */
export function writeUnread(panelPath: string, { count, askedAt, number = '' }: Unread): void {
  try {
    localStorage.setItem(key(panelPath), `${count} ${askedAt} ${number}`);
  } catch {
    // The storage is full: the next page asks again.
  }
  for (const listener of listeners) listener();
}

/** Calls a listener with each new count, of other tabs too. */
export function onUnread(panelPath: string, listener: () => void): void {
  listeners.add(listener);
  host.addEventListener('storage', (event) => {
    if (event.key === key(panelPath)) listener();
  });
}
