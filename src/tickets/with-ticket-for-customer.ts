import type { Caller } from '../identity/caller.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { findTicketFor, lockTicketFor, type OpenedTicket } from './find-ticket-for.ts';
import { type Done, idempotently, isRefused, type KeyReused, NOT_FOUND, type NotFound } from './idempotently.ts';

/** A customer's action on a ticket. */
export interface CustomerAction {
  number: string;
  caller: Caller;
  idempotencyKey: string;
}

/**
 * Does some work on the caller's own ticket, once per idempotency key. Access is checked before the key, so that a
 * leaked key opens nothing, and once more under the ticket's lock.
 */
export async function withTicketForCustomer<Refused extends { outcome: 'refused' }>(
  deps: StoreAndClock,
  { number, caller, idempotencyKey }: CustomerAction,
  request: object,
  work: (transaction: Store, opened: OpenedTicket, now: Temporal.Instant) => Promise<object | Refused>,
): Promise<Done | KeyReused | NotFound | Refused> {
  if (!(await findTicketFor(deps.store, number, caller, deps.now()))) return NOT_FOUND;
  return idempotently<NotFound | Refused>(deps, idempotencyKey, [number, request], async (transaction, now) => {
    const opened = await lockTicketFor(transaction, number, caller, now);
    if (!opened) return NOT_FOUND;
    const done = await work(transaction, opened, now);
    return isRefused<Refused>(done) ? done : { number, answer: done };
  });
}
