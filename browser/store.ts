import { promisifyRequest } from 'idb-keyval';

/** What any store with an outbox holds, by object store; a program adds its own. */
export interface OutboxStores {
  /** by idempotency key: what was frozen and is not answered yet */
  outbox: unknown;
  /** by idempotency key: the tab that sends the entry now */
  leases: Lease;
}

/** Who sends an entry, and until when nobody else may. */
export interface Lease {
  /** one page's random name */
  holder: string;
  /** milliseconds since 1970 */
  until: number;
}

/** One change; without a value it deletes. */
export type Edit<Kept> = {
  [S in keyof Kept]: { store: S; key: string; value?: Kept[S] | undefined };
}[keyof Kept];

/** What a program keeps in this browser. Nothing is lost when the browser is killed, unlike in localStorage. */
export interface BrowserStore<Kept extends OutboxStores> {
  /** false when this browser keeps nothing beyond the page: people must be told before they rely on it */
  isDurable: () => Promise<boolean>;
  get: <S extends keyof Kept>(store: S, key: string) => Promise<Kept[S] | undefined>;
  all: <S extends keyof Kept>(store: S) => Promise<Kept[S][]>;
  /** makes all changes or, when the disk refuses, none; resolves once they are kept, those of the outbox on the disk itself */
  change: (...edits: Edit<Kept>[]) => Promise<void>;
  /**
   * One transaction over all object stores. Resolves with what `work` gives last, once all that it wrote is kept; with
   * nothing where the page's memory stands in.
   */
  transact: <T>(
    durability: IDBTransactionDurability,
    work: (transaction: IDBTransaction) => () => T,
  ) => Promise<T | undefined>;
}

/** How long a browser that opens nothing and refuses nothing is waited for, in milliseconds. */
const OPENING_MS = 6000;

/** How long an open page may hold on to an older version, in milliseconds: it closes once its last write is done. */
const BLOCKED_MS = 1000;

/**
 * A database of IndexedDB, opened at once and waited for by each call. Where it is missing, refused (private windows,
 * policies), held by another page or never opens, the page's own memory stands in.
 * @param version one higher whenever there is one more object store
 * @param stores every object store; those of earlier versions stay
 */
export function openStore<Kept extends OutboxStores>(
  name: string,
  version: number,
  stores: readonly (keyof Kept & string)[],
): BrowserStore<Kept> {
  let opening: Promise<BrowserStore<Kept>> | undefined;

  async function connect(version?: number): Promise<IDBDatabase> {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      const { result } = request;
      for (const store of stores) if (!result.objectStoreNames.contains(store)) result.createObjectStore(store);
    };
    const connected = promisifyRequest(request);
    // Also one that comes too late, when nobody waits for it any more: it must not stand in another's way.
    connected.then(
      (database) => {
        database.onversionchange = () => database.close();
      },
      () => {},
    );
    const givenUp = new Promise<never>((_, reject) => {
      setTimeout(reject, OPENING_MS);
      request.onblocked = () => setTimeout(reject, BLOCKED_MS);
    });
    return Promise.race([connected, givenUp]);
  }

  /** A connection that had to go, because another tab brings a newer version or the browser took it, is opened anew. */
  function opened(): Promise<BrowserStore<Kept>> {
    opening ??= connect(version)
      .catch((error) => {
        // A newer page was here already: its stores include ours. Without a version, or this tab would wait for its own upgrade.
        if (error?.name === 'VersionError') return connect();
        throw error;
      })
      .then((database) => {
        database.onclose = database.onversionchange = () => {
          database.close();
          opening = undefined;
        };
        return durable<Kept>(database, stores);
      })
      .catch(memory<Kept>);
    return opening;
  }
  opened();

  /** Calls a method of whatever is open then. */
  const via =
    <Name extends keyof BrowserStore<Kept>>(name: Name) =>
    async (...asked: unknown[]) =>
      ((await opened())[name] as (...asked: unknown[]) => never)(...asked);
  return {
    isDurable: via('isDurable'),
    get: via('get'),
    all: via('all'),
    change: via('change'),
    transact: via('transact'),
  };
}

function durable<Kept extends OutboxStores>(
  database: IDBDatabase,
  stores: readonly (keyof Kept & string)[],
): BrowserStore<Kept> {
  const read = <T>(store: keyof Kept, ask: (objects: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    promisifyRequest(ask(database.transaction(store as string).objectStore(store as string)));
  async function transact<T>(durability: IDBTransactionDurability, work: (transaction: IDBTransaction) => () => T) {
    const transaction = database.transaction(stores, 'readwrite', { durability });
    const outcome = work(transaction);
    await promisifyRequest(transaction);
    return outcome();
  }

  return {
    isDurable: async () => true,
    get: (store, key) => read(store, (objects) => objects.get(key)),
    all: (store) => read(store, (objects) => objects.getAll()),
    change: (...edits) =>
      transact(edits.some(({ store }) => store === 'outbox') ? 'strict' : 'relaxed', (transaction) => {
        for (const { store, key, value } of edits) {
          const objects = transaction.objectStore(store as string);
          if (value === undefined) objects.delete(key);
          else objects.put(value, key);
        }
        transaction.commit(); // now, not once the page gets round to it: it may be going away
        return () => {};
      }),
    transact,
  };
}

/** Where nothing is kept beyond the page. */
function memory<Kept extends OutboxStores>(): BrowserStore<Kept> {
  const kept: { [S in keyof Kept]?: Record<string, Kept[S]> } = {};
  return {
    isDurable: async () => false,
    get: async (store, key) => kept[store]?.[key],
    all: async (store) => Object.values(kept[store] ?? {}),
    change: async (...edits) => {
      for (const { store, key, value } of edits) {
        const objects = kept[store] ?? {};
        kept[store] = objects;
        delete objects[key];
        if (value !== undefined) objects[key] = value;
      }
    },
    transact: async () => undefined,
  };
}
