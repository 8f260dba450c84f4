import { sha256 } from '../identity/token.ts';
import { type KeyTable, type KeyUse, TICKET_KEYS } from '../store/idempotency.ts';
import { toInstantText } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import type { Store, StoreAndClock } from '../store/open.ts';

/** A finished use case with its response: the same bytes whenever the same key and request come again. */
export interface Done extends Pick<KeyUse, 'number' | 'body'> {
  outcome: 'done' | 'repeated';
}

/** The key came with another request before. */
export interface KeyReused {
  outcome: 'refused';
  code: 'idempotency-key-reused';
}

/** The ticket is missing or not the caller's; the response does not say which. */
export interface NotFound {
  outcome: 'refused';
  code: 'not-found';
}

export const NOT_FOUND: NotFound = { outcome: 'refused', code: 'not-found' };

/**
 * Runs a use case once per idempotency key, in one transaction: when the response is sent, everything is on the disk,
 * and a lost response is repeated from the stored bytes. A refusal rolls everything back, so the same key may come
 * again once the reason is gone.
 * @param request everything that makes two requests the same, as it was sent: what it is resolved to, such as the
 * address of a shop, may change before the repeat. Compared by its hash
 * @param work returns the number of the ticket or incident, and the response, or a refusal
 * @param keys where the key is stored
 * @param asBefore the same request as earlier releases hashed it: its repeat may come after an upgrade
 */
export async function idempotently<Refused extends { outcome: 'refused' }>(
  { store, now }: StoreAndClock,
  key: string,
  request: unknown,
  work: (transaction: Store, now: Temporal.Instant) => Promise<{ number: string; answer: object } | Refused>,
  { keys = TICKET_KEYS, asBefore = [] }: { keys?: KeyTable; asBefore?: readonly unknown[] } = {},
): Promise<Done | KeyReused | Refused> {
  const requestHash = hashOf(request);
  const doing = store.transaction().execute(async (transaction): Promise<Done | KeyReused> => {
    await lock(transaction, `key:${key}`);
    const earlier = await keys.find(transaction, key);
    if (earlier) {
      const isSame = [requestHash, ...asBefore.map(hashOf)].includes(earlier.request_hash);
      if (!isSame) return { outcome: 'refused', code: 'idempotency-key-reused' };
      return { outcome: 'repeated', number: earlier.number, body: earlier.body };
    }
    const at = now();
    const done = await work(transaction, at);
    if ('outcome' in done) throw new Undo(done);
    const body = JSON.stringify(done.answer);
    await keys.insert(transaction, {
      key,
      request_hash: requestHash,
      number: done.number,
      body,
      created_at: toInstantText(at),
    });
    return { outcome: 'done', number: done.number, body };
  });
  return doing.catch((error: unknown) => {
    if (error instanceof Undo) return error.refused as Refused;
    throw error;
  });
}

function hashOf(request: unknown): string {
  return sha256(JSON.stringify(request));
}

/** Whether what some work returned is a refusal, not a response. */
export function isRefused<Refused>(done: object): done is Refused & object {
  return 'outcome' in done && done.outcome === 'refused';
}

/** Carries a refusal out of a transaction: Kysely rolls back only when something is thrown. */
class Undo extends Error {
  readonly refused: unknown;

  constructor(refused: unknown) {
    super('refused');
    this.refused = refused;
  }
}
