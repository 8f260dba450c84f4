import type { Standing } from '../contract/lists.ts';
import { TICKET_WINDOW_MINUTES, ticketRoom } from '../policy/ticket-quota.ts';
import { toInstantText } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import type { Store } from '../store/open.ts';
import { sendersSince } from '../store/senders.ts';
import { raiseAlarm } from './alarms.ts';
import { isBlocked } from './blocks.ts';
import { addressHash, type SenderAddress, standingOf } from './sender.ts';

/** Who sends a ticket of a shop. */
export interface TicketSender {
  shopId: number;
  isProven: boolean;
  /** null where limits are off: then no quota is asked */
  address: SenderAddress | null;
}

/** Let in, and as what it counts; or kept out: blocked, or over the quota until some seconds have passed. */
export type LetIn =
  | { outcome: 'let-in'; sender: { standing: Standing; addressHash: string } | null }
  | { outcome: 'refused'; code: 'sender-blocked' }
  | { outcome: 'refused'; code: 'rate-limited'; retryAfterSeconds: number };

/**
 * Lets a ticket of a shop in, or not. Nobody who is proven is ever blocked, and strangers never use up their share. In the
 * transaction that stores the ticket: two of them never take the last place together.
 */
export async function letTicketIn(
  transaction: Store,
  hashKey: Uint8Array,
  { shopId, isProven, address }: TicketSender,
  now: Temporal.Instant,
): Promise<LetIn> {
  const isKeptOut = !isProven && (await isBlocked(transaction, { shopId, address: address?.address ?? '' }, now));
  if (isKeptOut) return { outcome: 'refused', code: 'sender-blocked' };
  if (!address) return { outcome: 'let-in', sender: null };
  await lock(transaction, `ticket-quota:${shopId}`);
  const hash = addressHash(hashKey, shopId, address);
  const standing = await standingOf(transaction, { shopId, isProven, addressHash: hash }, now);
  const since = toInstantText(now.subtract({ minutes: TICKET_WINDOW_MINUTES }));
  const earlier = (await sendersSince(transaction, shopId, since)).map((row) => ({
    standing: row.standing,
    isSameAddress: row.address_hash === hash,
    sentAt: Temporal.Instant.from(row.sent_at),
  }));
  const room = ticketRoom(earlier, standing, now);
  if (room.outcome === 'full') {
    const retryAfterSeconds = Math.ceil(now.until(room.freeAt).total('seconds'));
    return { outcome: 'refused', code: 'rate-limited', retryAfterSeconds };
  }
  if (room.isAlarming) await raiseAlarm(transaction, 'shop-tickets', shopId, now);
  return { outcome: 'let-in', sender: { standing, addressHash: hash } };
}
