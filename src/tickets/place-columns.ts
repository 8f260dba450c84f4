import { QUEUE_RANK } from '../policy/queue.ts';
import { type Place, placeOfWord } from '../policy/support.ts';
import { toKnownShop } from '../shops/recognise-shop.ts';
import type { Store } from '../store/open.ts';
import { findShopById } from '../store/shops.ts';
import type { TicketRow } from '../store/tickets.ts';

/** The columns that say what a customer's word gets. */
export type PlaceColumns = Pick<TicketRow, 'promised' | 'queue_channel_rank' | 'without_support'>;

/** What a word gets, as columns. */
export function placeColumns({ promised, rank, without }: Place): PlaceColumns {
  return { promised: promised ? 1 : 0, queue_channel_rank: QUEUE_RANK[rank], without_support: without };
}

/** What a customer's word gets now in a ticket, by the support of its shop today; null where the ticket keeps what it has. */
export async function placeOfWordIn(db: Store, ticket: TicketRow, now: Temporal.Instant): Promise<Place | null> {
  const { topic, channel, status, without_support: without } = ticket;
  const writtenIn = { topic, channel, status, without, isWaiting: ticket.waiting_since !== null };
  // Most words are of a ticket that is open: they cost no look at the registry.
  if (placeOfWord(writtenIn, 'expired') === null) return null;
  const { support } = toKnownShop(await findShopById(db, ticket.shop_id), now);
  return placeOfWord(writtenIn, support.state);
}

/**
 * What the thread has of two that become one. Where both came with support the one that goes on keeps its promise, and has
 * the place of the more urgent one. Otherwise those count whose customer waits: a word without support takes no promise
 * from one that has it, and gets none from one that is answered.
 */
export function placeAfterMerge(survivor: TicketRow, duplicate: TicketRow): PlaceColumns {
  const both = [survivor, duplicate];
  const rank = Math.min(survivor.queue_channel_rank, duplicate.queue_channel_rank);
  if (both.every(({ without_support }) => without_support === null)) {
    // Nothing that was promised is lost, such as where a letter's ticket is the one that goes on.
    const isOwed = duplicate.waiting_since !== null && duplicate.promised === 1;
    return { promised: isOwed ? 1 : survivor.promised, queue_channel_rank: rank, without_support: null };
  }
  const waiting = both.filter(({ waiting_since }) => waiting_since !== null);
  const counted = waiting.length > 0 ? waiting : [survivor];
  const supported = counted.filter(({ without_support }) => without_support === null);
  return {
    promised: counted.some(({ promised }) => promised === 1) ? 1 : 0,
    queue_channel_rank: Math.min(...counted.map(({ queue_channel_rank }) => queue_channel_rank)),
    without_support: supported.length > 0 ? null : (survivor.without_support ?? duplicate.without_support),
  };
}
