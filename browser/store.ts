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
  /** set while no page should send it by itself */
  pause?: Pause | undefined;
}

/** The service asked not to be asked again before some time. Both in milliseconds since 1970. */
export interface Pause {
  from: number;
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

/** How long to wait for a database, in milliseconds; also for an open page with an older version, which closes it. */
const PATIENCE_MS = 2000;

const SILENCE = new Error('The database does not answer');

/** Rejects when a database does not answer in time: people wait meanwhile. */
function inTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    answer.then(resolve, reject);
    // In two halves: when a computer wakes up, the first one is over before the database can answer.
    setTimeout(() => setTimeout(reject, PATIENCE_MS / 2, SILENCE), PATIENCE_MS / 2);
  });
}

/**
 * Opens a database of IndexedDB; each call waits for it. Where it is missing, refused (private windows, policies),
 * blocked by another page, or does not answer, the page's memory stands in.
 * @param version incremented with each new object store
 * @param stores every object store; those of earlier versions stay
 */
export function openStore<Kept extends OutboxStores>(
  name: string,
  version: number,
  stores: readonly (keyof Kept & string)[],
): BrowserStore<Kept> {
  let opening: Promise<BrowserStore<Kept>> | undefined;
  let standIn: BrowserStore<Kept> | undefined;

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
    return inTime(connected);
  }

  /** What does not answer once is not asked again: each request would wait, and half of the rows would be elsewhere. */
  function memoryFromNowOn(): BrowserStore<Kept> {
    standIn ??= memory<Kept>();
    opening = Promise.resolve(standIn);
    return standIn;
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
          if (!standIn) opening = undefined;
        };
        return durable<Kept>(database, stores);
      })
      .catch(memoryFromNowOn);
    return opening;
  }
  opened();

  /** Calls a method of the open store. */
  const via =
    <Name extends keyof BrowserStore<Kept>>(name: Name) =>
    async (...asked: unknown[]) => {
      const call = (store: BrowserStore<Kept>) => (store[name] as (...asked: unknown[]) => Promise<never>)(...asked);
      const store = await opened();
      return inTime(call(store)).catch((error) => {
        if (error !== SILENCE) throw error;
        return call(memoryFromNowOn());
      });
    };
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

/** A store in the page's memory: nothing of it outlives the page. */
export function memory<Kept extends OutboxStores>(): BrowserStore<Kept> {
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
