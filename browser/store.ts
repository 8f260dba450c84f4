import { promisifyRequest } from 'idb-keyval';

/** The object stores of any database with an outbox; a program adds its own. */
export interface OutboxStores {
  /** by idempotency key: frozen entries without a response */
  outbox: unknown;
  /** by idempotency key: the tab that is sending the entry */
  leases: Lease;
}

/** The page that sends an entry, and until when no other may. */
export interface Lease {
  /** the page's random name */
  holder: string;
  /** milliseconds since 1970 */
  until: number;
}

/** One change; without a value it deletes. */
export type Edit<Kept> = {
  [S in keyof Kept]: { store: S; key: string; value?: Kept[S] | undefined };
}[keyof Kept];

/** A program's database in this browser. Nothing is lost when the browser is killed, unlike with localStorage. */
export interface BrowserStore<Kept extends OutboxStores> {
  /** false when this browser stores nothing beyond the page: people must know before they rely on it */
  isDurable: () => Promise<boolean>;
  get: <S extends keyof Kept>(store: S, key: string) => Promise<Kept[S] | undefined>;
  all: <S extends keyof Kept>(store: S) => Promise<Kept[S][]>;
  /**
   * Makes all changes or, when the disk refuses, none. Resolves once they are stored, those of the outbox on the disk
   * itself.
   */
  change: (...edits: Edit<Kept>[]) => Promise<void>;
  /**
   * Runs one transaction over all object stores. Resolves with the result of `work` once its writes are stored; with
   * undefined where the page's memory stands in.
   */
  transact: <T>(
    durability: IDBTransactionDurability,
    work: (transaction: IDBTransaction) => () => T,
  ) => Promise<T | undefined>;
}

/** How long to wait for a browser that neither opens nor refuses a database, in milliseconds. */
const OPENING_MS = 6000;

/** How long to wait for an open page with an older version, in milliseconds: it closes after its last write. */
const BLOCKED_MS = 1000;

/**
 * Opens a database of IndexedDB; each call waits for it. Where it is missing, refused (private windows, policies),
 * blocked by another page or never opens, the page's memory stands in.
 * @param version incremented with each new object store
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
    // Also a connection that comes too late: it must not block another one.
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

  /** Reopens a connection that was closed by a newer version in another tab, or by the browser. */
  function opened(): Promise<BrowserStore<Kept>> {
    opening ??= connect(version)
      .catch((error) => {
        // A newer page was here already: its stores include ours. Reopen without a version, or this tab would wait for
        // its own upgrade.
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

  /** Calls a method of the open store. */
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
        transaction.commit(); // at once, as the page may be about to be left
        return () => {};
      }),
    transact,
  };
}

/** A store in the page's memory. */
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
