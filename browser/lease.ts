import type { BrowserStore, Lease, OutboxStores } from './store.ts';

/** Whether a page may send an entry: yes, another page holds the lease, or the entry is no longer in the outbox. */
export type Claim = 'mine' | 'taken' | 'gone';

/**
 * Takes or extends the lease of an entry, in one transaction with the check that it is still in the outbox.
 * `navigator.locks` would do the same, but panels over plain http do not have it.
 * @param key of the entry
 * @param now milliseconds since 1970
 */
export async function claim<Kept extends OutboxStores>(
  store: Pick<BrowserStore<Kept>, 'transact'>,
  key: string,
  lease: Lease,
  now: number,
): Promise<Claim> {
  const claimed = await store.transact('relaxed', (transaction) => {
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
  });
  // Without storage no other page sees the entry, so this one may send it.
  return claimed ?? 'mine';
}
