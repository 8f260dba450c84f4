import type { KeptFile } from './attached-file.ts';
import type { Draft } from './draft.ts';
import type { Entry, FollowedTicket } from './entry.ts';
import type { LastAnswer } from './last-answer.ts';

/** What the widget keeps in this browser, store by store. */
export interface Kept {
  /** by directory of the panel */
  drafts: Draft;
  /** by idempotency key */
  outbox: Entry;
  /** by ticket number */
  tickets: FollowedTicket;
  /** by directory: the shop's last known answer, to show until the next one comes */
  shops: LastAnswer;
  /** by the file's id in its draft */
  files: KeptFile;
}

type Store = keyof Kept;

/** One change; without a value it deletes. */
export type Edit = { [S in Store]: { store: S; key: string; value?: Kept[S] } }[Store];

export interface Keeper {
  /** false when this browser keeps nothing beyond the page: people must be told before they rely on it */
  isDurable: () => Promise<boolean>;
  get: <S extends Store>(store: S, key: string) => Promise<Kept[S] | undefined>;
  all: <S extends Store>(store: S) => Promise<Kept[S][]>;
  /** makes all changes or, when the disk refuses, none; resolves once they are kept, those of the outbox on the disk itself */
  change: (...edits: Edit[]) => Promise<void>;
}

const STORES: Store[] = ['drafts', 'outbox', 'tickets', 'shops', 'files'];

/**
 * The browser's database, opened at once and waited for by each call. IndexedDB, because localStorage gave back 0 of 15
 * drafts after a browser was killed; where it is refused (private windows, policies) the page's own memory stands in.
 */
export function openKeeper(): Keeper {
  const opening = openDatabase().then(durable, memory);
  return {
    isDurable: async () => (await opening).isDurable(),
    get: async (store, key) => (await opening).get(store, key),
    all: async (store) => (await opening).all(store),
    change: async (...edits) => (await opening).change(...edits),
  };
}

async function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('pomoc', 2);
    request.onupgradeneeded = () => {
      const { result } = request;
      for (const store of STORES) if (!result.objectStoreNames.contains(store)) result.createObjectStore(store);
    };
    request.onsuccess = () => {
      // Another tab has a newer widget: holding on would keep it waiting for ever.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = request.onblocked = reject; // a tab with an older widget may hold the database for hours
  });
}

function durable(database: IDBDatabase): Keeper {
  function read<T>(store: Store, ask: (objects: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const request = ask(database.transaction(store).objectStore(store));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }
  return {
    isDurable: async () => true,
    get: (store, key) => read(store, (objects) => objects.get(key)),
    all: (store) => read(store, (objects) => objects.getAll()),
    change: (...edits) =>
      new Promise((resolve, reject) => {
        const isSending = edits.some(({ store }) => store === 'outbox');
        const transaction = database.transaction(STORES, 'readwrite', { durability: isSending ? 'strict' : 'relaxed' });
        for (const { store, key, value } of edits) {
          if (value === undefined) transaction.objectStore(store).delete(key);
          else transaction.objectStore(store).put(value, key);
        }
        transaction.commit(); // now, not once the page gets round to it: it may be going away
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      }),
  };
}

function memory(): Keeper {
  const kept = new Map<string, unknown>();
  return {
    isDurable: async () => false,
    get: async (store, key) => kept.get(`${store} ${key}`) as never,
    all: async (store) => [...kept].filter(([key]) => key.startsWith(`${store} `)).map(([, value]) => value) as never,
    change: async (...edits) => {
      for (const { store, key, value } of edits) {
        if (value === undefined) kept.delete(`${store} ${key}`);
        else kept.set(`${store} ${key}`, value);
      }
    },
  };
}
