/** How many answers wait, as this browser last heard; shared by all its tabs. */
export interface Unread {
  count: number;
  /** when it was asked for, in milliseconds since 1970; 0 is never */
  askedAt: number;
  /** the ticket that all of them are in, where that is known */
  number?: string | undefined;
}

const key = (directory: string) => `pomoc.unread${directory}`;

const listeners = new Set<() => void>();

/** What is known for a panel. */
export function readUnread(directory: string): Unread {
  try {
    const [count, askedAt, number] = (localStorage.getItem(key(directory)) ?? '').split(' ');
    return { count: Number(count) || 0, askedAt: Number(askedAt) || 0, number };
  } catch {
    return { count: 0, askedAt: Number.POSITIVE_INFINITY }; // no storage: nobody could keep to once a minute
  }
}

/** Keeps a count, and tells whoever shows it. */
export function writeUnread(directory: string, { count, askedAt, number = '' }: Unread): void {
  try {
    localStorage.setItem(key(directory), `${count} ${askedAt} ${number}`);
  } catch {
    // A full storage: the next page asks anew.
  }
  for (const listener of listeners) listener();
}

/** Hears of each new count, of other tabs too. */
export function onUnread(directory: string, listener: () => void): void {
  listeners.add(listener);
  addEventListener('storage', (event) => {
    if (event.key === key(directory)) listener();
  });
}
