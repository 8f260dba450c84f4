import { sha256 } from '../identity/sha256.ts';
import { toInstantText } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import { findNoticeKey, insertNoticeKey } from '../store/notice-keys.ts';
import type { Store } from '../store/open.ts';

/** The outcome of a change of a notice that runs once per key, besides its own refusals. */
export type DoneToNotice =
  | { outcome: 'done'; id: number }
  /** the same request came before under this key: nothing was done again */
  | { outcome: 'repeated'; id: number }
  | { outcome: 'key-reused' };

/**
 * Changes a notice once per idempotency key, in one transaction, as `tickets/once` does for tickets.
 * @param request everything that makes two requests the same; compared by its hash
 * @param work must refuse before its first write
 */
export async function idempotentlyForIncident<Refused extends { outcome: string }>(
  store: Store,
  key: string,
  request: unknown,
  now: Temporal.Instant,
  work: (transaction: Store) => Promise<{ outcome: 'done'; id: number } | Refused>,
): Promise<DoneToNotice | Refused> {
  const requestHash = sha256(JSON.stringify(request));
  return store.transaction().execute(async (transaction) => {
    await lock(transaction, `key:${key}`);
    const earlier = await findNoticeKey(transaction, key);
    if (earlier && earlier.request_hash !== requestHash) return { outcome: 'key-reused' };
    if (earlier) return { outcome: 'repeated', id: earlier.notice_id };
    const done = await work(transaction);
    if (!isDone(done)) return done;
    const created_at = toInstantText(now);
    await insertNoticeKey(transaction, { key, request_hash: requestHash, notice_id: done.id, created_at });
    return done;
  });
}

function isDone(done: { outcome: string }): done is { outcome: 'done'; id: number } {
  return done.outcome === 'done';
}
