import { createHmac } from 'node:crypto';
import type { Standing } from '../contract/lists.ts';
import { USUAL_DAYS } from '../policy/usual-address.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { deleteOldSenders, wasAnsweredFrom } from '../store/senders.ts';

/** The network address of who sends something. */
export interface SenderAddress {
  /** in its usual form, for ranges */
  address: string;
  /** what it is counted under: itself, or the network that one customer gets */
  key: string;
}

/**
 * The form in which a shop's sender is stored: it shows that two tickets came from the same place, to nobody without
 * the key from which one, and not that two shops have the same.
 */
export function addressHash(hashKey: Uint8Array, shopId: number, { key }: SenderAddress): string {
  return createHmac('sha256', hashKey).update(`sender:${shopId}:${key}`).digest('hex').slice(0, 32);
}

/** The standing of a sender with one shop. */
export async function standingOf(
  db: Store,
  sender: { shopId: number; isProven: boolean; addressHash: string },
  now: Temporal.Instant,
): Promise<Standing> {
  if (sender.isProven) return 'proven';
  const since = now.subtract({ hours: USUAL_DAYS * 24 });
  return (await wasAnsweredFrom(db, sender, toInstantText(since))) ? 'usual' : 'new';
}

/** Forgets senders whose time is over; returns how many. */
export async function sweepSenders(store: Store, now: Temporal.Instant): Promise<number> {
  return deleteOldSenders(store, toInstantText(now.subtract({ hours: USUAL_DAYS * 24 })));
}
