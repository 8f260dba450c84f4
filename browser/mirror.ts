import { host } from './host.ts';
import type { BrowserStore, Edit, OutboxStores } from './store.ts';
import { openTabs } from './tabs.ts';

/** A store with its rows in memory: read once, and written through. */
export interface Mirror<Kept extends OutboxStores> extends Pick<BrowserStore<Kept>, 'transact' | 'isDurable'> {
  get: <S extends keyof Kept>(store: S, key: string) => Kept[S] | undefined;
  all: <S extends keyof Kept>(store: S) => Kept[S][];
  /**
   * Applies changes here at once, then in other tabs and on the disk: one transaction in flight, then the newest
   * values. Resolves once they are stored; what the disk refuses lasts as long as the page.
   */
  change: BrowserStore<Kept>['change'];
  /** Calls a listener after another tab has changed something. @returns a function that stops it */
  follow: (onChange: (edits: readonly Edit<Kept>[]) => void) => () => void;
}

/**
 * Reads a store.
 * @param name the name of the channel between tabs
 */
export async function openMirror<Kept extends OutboxStores>(
  store: BrowserStore<Kept>,
  name: string,
): Promise<Mirror<Kept>> {
  const rows = new Map<keyof Kept, Map<string, unknown>>();
  const tabs = openTabs(name);
  const followers = new Set<(edits: readonly Edit<Kept>[]) => void>();
  let waiting = new Map<string, Edit<Kept>>();
  let next: Promise<void> | undefined;
  let writing: Promise<unknown> = Promise.resolve();

  const rowsOf = (of: keyof Kept): Map<string, unknown> => {
    const known = rows.get(of) ?? new Map();
    rows.set(of, known);
    return known;
  };

  function apply(edits: readonly Edit<Kept>[]): void {
    for (const { store: of, key, value } of edits) {
      if (value === undefined) rowsOf(of).delete(key);
      else rowsOf(of).set(key, value);
    }
  }

  function write(): Promise<void> {
    const edits = [...waiting.values()];
    waiting = new Map();
    return store.change(...edits);
  }
  // A page that is left writes at once.
  host.addEventListener('pagehide', () => {
    if (waiting.size > 0) write().catch(() => {});
  });

  tabs.onmessage = ({ data }: MessageEvent<Edit<Kept>[]>) => {
    apply(data);
    for (const onChange of followers) onChange(data);
  };

  await store
    .transact('relaxed', (transaction) => {
      for (const of of transaction.objectStoreNames) {
        const cursor = transaction.objectStore(of).openCursor();
        cursor.onsuccess = () => {
          const { result } = cursor;
          if (!result) return;
          rowsOf(of as keyof Kept).set(String(result.key), result.value);
          result.continue();
        };
      }
      return () => {};
    })
    .catch(() => {});

  return {
    get: <S extends keyof Kept>(of: S, key: string) => rowsOf(of).get(key) as Kept[S] | undefined,
    all: <S extends keyof Kept>(of: S) => [...rowsOf(of).values()] as Kept[S][],
    change(...edits) {
      apply(edits);
      tabs.postMessage(edits);
      for (const edit of edits) waiting.set(`${String(edit.store)} ${edit.key}`, edit);
      next ??= writing.then(() => {
        next = undefined;
        const written = write();
        writing = written.catch(() => {});
        return written;
      });
      return next;
    },
    transact: store.transact,
    isDurable: store.isDurable,
    follow(onChange) {
      followers.add(onChange);
      return () => followers.delete(onChange);
    },
  };
}
