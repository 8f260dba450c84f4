import { ageOf } from './age.ts';
import { LONGEST_PAUSE_MS } from './longest-pause.ts';
import type { BrowserStore, Lease, OutboxStores, Pause } from './store.ts';

/** How long a lease lasts, in milliseconds: after a page was closed, others wait this long to send its entry. */
export const LEASE_MS = 6000;

/** Whether a page may send an entry now. */
export type Claim =
  | { claim: 'mine' }
  /** another page had it lately; `until` moves while that page is there */
  | { claim: 'taken'; until: number }
  /** the service asked for a pause until then, in milliseconds since 1970 */
  | { claim: 'paused'; until: number }
  /** it is no longer in the outbox */
  | { claim: 'gone' };

/**
 * Takes or extends the lease of an entry, in one transaction with the check that it is still in the outbox.
 * `navigator.locks` would do the same, but panels over plain http do not have it.
 * @param key of the entry
 * @param now milliseconds since 1970
 * @param obeys false to send it also during a pause: somebody pressed, or this page has it already
 */
export async function claim<Kept extends OutboxStores>(
  store: Pick<BrowserStore<Kept>, 'transact'>,
  key: string,
  lease: Lease,
  now: number,
  obeys: boolean,
): Promise<Claim> {
  const claimed = await store.transact('relaxed', (transaction) => {
    const leases = transaction.objectStore('leases');
    const waiting = transaction.objectStore('outbox').getKey(key);
    const held: IDBRequest<Lease | undefined> = leases.get(key);
    let claim: Claim = { claim: 'gone' };
    held.onsuccess = () => {
      if (!waiting.result) return;
      claim = decide(held.result, lease.holder, now, obeys);
      if (claim.claim === 'mine') leases.put(lease, key);
    };
    return () => claim;
  });
  // Without storage no other page sees the entry, so this one may send it.
  return claimed ?? { claim: 'mine' };
}

function decide(held: Lease | undefined, holder: string, now: number, obeys: boolean): Claim {
  if (held && held.holder !== holder && isWithin(held.until, now, LEASE_MS)) {
    return { claim: 'taken', until: held.until };
  }
  return obeys && held?.pause && isOn(held.pause, now)
    ? { claim: 'paused', until: held.pause.until }
    : { claim: 'mine' };
}

/** Whether a time is ahead, and no further than it can have been set: otherwise the clock was changed meanwhile. */
function isWithin(until: number, now: number, most: number): boolean {
  return until > now && until - now <= most;
}

/** A pause that begins only later was noted by another clock. */
function isOn({ from, until }: Pause, now: number): boolean {
  return ageOf(from, now) !== null && isWithin(until, now, LONGEST_PAUSE_MS);
}
