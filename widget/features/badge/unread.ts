/** The last known number of unread replies, shared by all pages and tabs of this browser. */
export interface Unread {
  count: number;
  /** when it was read, in milliseconds since 1970; 0 for never */
  askedAt: number;
  /** the ticket that has all of them, if known */
  number?: string | undefined;
}

const keyOf = (panelPath: string) => `pomoc.unread${panelPath}`;

/** Whether a key of the storage is that of a panel's count. */
export const isUnreadKey = (key: string | null, panelPath: string): boolean => key === keyOf(panelPath);

/** Stands for the time of the last poll where there is no storage: the poll could not keep to once a minute. */
export const NO_STORAGE = Number.POSITIVE_INFINITY;

/** The last known count of a panel. */
export function readUnread(panelPath: string): Unread {
  try {
    const [count, askedAt, number] = (localStorage.getItem(keyOf(panelPath)) ?? '').split(' ');
    return { count: Number(count) || 0, askedAt: Number(askedAt) || 0, number };
  } catch {
    return { count: 0, askedAt: NO_STORAGE };
  }
}

/** Stores a count. Where it shall show in this page at once, `EmbedConfig.watch` says so. */
export function writeUnread(panelPath: string, { count, askedAt, number = '' }: Unread): void {
  try {
    localStorage.setItem(keyOf(panelPath), `${count} ${askedAt} ${number}`);
  } catch {
    // The storage is full: the next page asks again.
  }
}
