import type { BytesKeeper } from '../files/files-model.ts';
import type { KeptFile } from '../outbox/attached-file.ts';
import type { Reply } from './reply.ts';

/** What was written in threads, kept in this browser by ticket number. */
export interface ReplyKeeper {
  get: (number: string) => Promise<Reply | undefined>;
  all: () => Promise<Reply[]>;
  /** resolves once it is kept; nothing in hand any more is forgotten */
  keep: (reply: Reply) => Promise<void>;
  /** the bytes of their files */
  bytes: BytesKeeper;
}

const STORE = 'replies';

/**
 * A database of its own: a second store in the outbox's would be a new version of that, and a tab that is open with the
 * old one would hold every page back. Where it is refused, the page's memory stands in.
 */
export function openReplyKeeper(): ReplyKeeper {
  const memory = new Map<string, Reply>();
  const opening = open().catch(() => null);

  /** Replies and the bytes of files lie in one store, which cannot be parted: see above. Files have no number. */
  const kept = async () => (await run<(Reply | KeptFile)[]>((store) => store.getAll()).catch(() => null)) ?? [];

  async function run<T>(
    ask: (store: IDBObjectStore) => IDBRequest<T>,
    durability?: 'strict' | 'relaxed',
  ): Promise<T | null> {
    const database = await opening;
    if (!database) return null;
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(
        STORE,
        durability ? 'readwrite' : 'readonly',
        durability && { durability },
      );
      const request = ask(transaction.objectStore(STORE));
      transaction.commit();
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  }

  return {
    get: async (number) =>
      memory.get(number) ?? (await run<Reply | undefined>((store) => store.get(number)).catch(() => null)) ?? undefined,
    all: async () => {
      const replies = (await kept()).filter((row) => 'number' in row);
      return [...replies.filter(({ number }) => !memory.has(number)), ...memory.values()];
    },
    async keep(reply) {
      const isEmpty = !reply.draft && !reply.pending && !reply.files?.[0];
      if (isEmpty) memory.delete(reply.number);
      else memory.set(reply.number, reply);
      await run<unknown>(
        (store): IDBRequest => (isEmpty ? store.delete(reply.number) : store.put(reply, reply.number)),
        reply.pending ? 'strict' : 'relaxed',
      ).catch(() => {});
    },
    bytes: {
      get: async (_, id) => (await run<KeptFile | undefined>((store) => store.get(id))) ?? undefined,
      all: async () => (await kept()).filter((row) => 'blob' in row),
      async change(...edits) {
        for (const { key, value } of edits)
          await run<unknown>((store): IDBRequest => (value ? store.put(value, key) : store.delete(key)), 'relaxed');
      },
    },
  };
}

async function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('pomoc-replies', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
