import { sha256 } from '../identity/token.ts';
import { findIncidentKey, insertIncidentKey } from '../store/incident-keys.ts';
import { toInstantText } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import type { Store } from '../store/open.ts';

/** The outcome of a change of an incident that runs once per key, besides its own refusals. */
export type DoneToIncident =
  | { outcome: 'done'; id: number }
  /** the same request came before under this key: nothing was done again */
  | { outcome: 'repeated'; id: number }
  | { outcome: 'key-reused' };

/**
 * Changes an incident once per idempotency key, in one transaction, as `tickets/idempotently` does for tickets.
 * @param request everything that makes two requests the same; compared by its hash
 * @param work must refuse before its first write
 */
export async function idempotentlyForIncident<Refused extends { outcome: string }>(
  store: Store,
  key: string,
  request: unknown,
  now: Temporal.Instant,
  work: (transaction: Store) => Promise<{ outcome: 'done'; id: number } | Refused>,
): Promise<DoneToIncident | Refused> {
  const requestHash = sha256(JSON.stringify(request));
  return store.transaction().execute(async (transaction) => {
    await lock(transaction, `key:${key}`);
    const earlier = await findIncidentKey(transaction, key);
    if (earlier && earlier.request_hash !== requestHash) return { outcome: 'key-reused' };
    if (earlier) return { outcome: 'repeated', id: earlier.notice_id };
    const done = await work(transaction);
    if (!isDone(done)) return done;
    const created_at = toInstantText(now);
    await insertIncidentKey(transaction, { key, request_hash: requestHash, notice_id: done.id, created_at });
    return done;
  });
}

function isDone(done: { outcome: string }): done is { outcome: 'done'; id: number } {
  return done.outcome === 'done';
}
