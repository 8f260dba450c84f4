import type { KeptFile } from './attached-file.ts';
import type { Draft } from './draft.ts';
import type { Entry, FollowedTicket } from './entry.ts';
import type { LastAnswer } from './last-answer.ts';

/** What the widget keeps in this browser, store by store. */
export interface Kept {
  /** by directory of the panel; a tab with a text of its own keeps it under a key of its own */
  drafts: Draft;
  /** by idempotency key */
  outbox: Entry;
  /** by ticket number */
  tickets: FollowedTicket;
  /** by directory: the shop's last known answer, to show until the next one comes */
  shops: LastAnswer;
  /** by the file's id in its draft */
  files: KeptFile;
  /** by idempotency key: the tab that sends the ticket now */
  leases: Lease;
}

/** Who sends a ticket, and until when nobody else may. */
export interface Lease {
  /** one page's random name */
  holder: string;
  /** milliseconds since 1970 */
  until: number;
}

/** Whether a page may send a ticket: yes, another one holds the lease, or the ticket is in the outbox no longer. */
export type Claim = 'mine' | 'taken' | 'gone';

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
  /**
   * Takes the lease of a ticket, or makes it longer, in one transaction with the look whether it is still to be sent.
   * `navigator.locks` would do the same, but panels over plain http do not have it.
   * @param now milliseconds since 1970
   */
  claim: (key: string, lease: Lease, now: number) => Promise<Claim>;
}

/** Version of the stores below: one more of them, one higher. */
const VERSION = 2;

const STORES: Store[] = ['drafts', 'outbox', 'tickets', 'shops', 'leases', 'files'];

/**
 * The browser's database, opened at once and waited for by each call. IndexedDB, because localStorage gave back 0 of 15
 * drafts after a browser was killed; where it is refused (private windows, policies) the page's own memory stands in.
 */
export function openKeeper(): Keeper {
  let opening: Promise<Keeper> | undefined;

  /** A connection that had to go, because another tab brings a newer version or the browser took it, is opened anew. */
  function opened(): Promise<Keeper> {
    opening ??= openDatabase(VERSION)
      .catch((error) => {
        // A newer page was here already: its stores include ours. Whoever is blocked must not queue up behind himself.
        if (error.name === 'VersionError') return openDatabase();
        throw error;
      })
      .then((database) => {
        database.onclose = database.onversionchange = () => {
          database.close();
          opening = undefined;
        };
        return durable(database);
      })
      .catch(memory);
    return opening;
  }
  opened();

  /** Calls a method of whatever stands open then. */
  const via =
    <Name extends keyof Keeper>(name: Name) =>
    async (...asked: unknown[]) =>
      ((await opened())[name] as (...asked: unknown[]) => never)(...asked);
  return {
    isDurable: via('isDurable'),
    get: via('get'),
    all: via('all'),
    change: via('change'),
    claim: via('claim'),
  };
}

async function openDatabase(version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('pomoc', version);
    request.onupgradeneeded = () => {
      const { result } = request;
      for (const store of STORES) if (!result.objectStoreNames.contains(store)) result.createObjectStore(store);
    };
    request.onsuccess = () => {
      // Also one that comes too late, when nobody waits for it any more: it must not stand in another's way.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = reject; // by a page that does not let go: better without a database than waiting for ever
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

  /** Resolves with what `work` says last, once all that it wrote is kept. */
  function write<T>(durability: IDBTransactionDurability, work: (transaction: IDBTransaction) => () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(STORES, 'readwrite', { durability });
      const outcome = work(transaction);
      transaction.oncomplete = () => resolve(outcome());
      transaction.onabort = () => reject(transaction.error);
    });
  }

  return {
    isDurable: async () => true,
    get: (store, key) => read(store, (objects) => objects.get(key)),
    all: (store) => read(store, (objects) => objects.getAll()),
    change: (...edits) =>
      write(edits.some(({ store }) => store === 'outbox') ? 'strict' : 'relaxed', (transaction) => {
        for (const { store, key, value } of edits) {
          if (value === undefined) transaction.objectStore(store).delete(key);
          else transaction.objectStore(store).put(value, key);
        }
        transaction.commit(); // now, not once the page gets round to it: it may be going away
        return () => {};
      }),
    claim: (key, lease, now) =>
      write('relaxed', (transaction) => {
        const leases = transaction.objectStore('leases');
        const waiting = transaction.objectStore('outbox').getKey(key);
        const held: IDBRequest<Lease | undefined> = leases.get(key);
        let claim: Claim = 'gone';
        held.onsuccess = () => {
          if (!waiting.result) return;
          claim = held.result && held.result.holder !== lease.holder && held.result.until > now ? 'taken' : 'mine';
          if (claim === 'mine') leases.put(lease, key);
        };
        return () => claim;
      }),
  };
}

/** Where nothing is kept no other page sees the ticket: whoever has it may send it. */
function memory(): Keeper {
  const kept: { [S in Store]?: Record<string, never> } = {};
  return {
    isDurable: async () => false,
    get: async (store, key) => kept[store]?.[key],
    all: async (store) => Object.values(kept[store] ?? {}),
    change: async (...edits) => {
      for (const { store, key, value } of edits) {
        const objects = kept[store] ?? {};
        kept[store] = objects;
        delete objects[key];
        if (value) objects[key] = value as never;
      }
    },
    claim: async () => 'mine',
  };
}
