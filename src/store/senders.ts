import type { Insertable, Kysely } from 'kysely';
import type { Standing } from '../contract/lists.ts';
import type { InstantText } from './instants.ts';
import type { SendersTable } from './tables/guard.ts';
import type { Tables } from './tables/tables.ts';

/** The most tickets of an hour that are looked at: with limits on there are never so many. */
const MOST = 200;

/** Notes from where a ticket came. */
export async function insertSender(db: Kysely<Tables>, sender: Insertable<SendersTable>): Promise<void> {
  await db.insertInto('senders').values(sender).execute();
}

/** The tickets of a shop since an instant, the newest first. */
export async function sendersSince(
  db: Kysely<Tables>,
  shopId: number,
  since: InstantText,
): Promise<{ standing: Standing; address_hash: string; sent_at: InstantText }[]> {
  return db
    .selectFrom('senders')
    .select(['standing', 'address_hash', 'sent_at'])
    .where('shop_id', '=', shopId)
    .where('sent_at', '>', since)
    .orderBy('sent_at', 'desc')
    .limit(MOST)
    .execute();
}

/** Whether an agent answered, since an instant, a ticket of the shop from this address. */
export async function wasAnsweredFrom(
  db: Kysely<Tables>,
  { shopId, addressHash }: { shopId: number; addressHash: string },
  since: InstantText,
): Promise<boolean> {
  const answered = await db
    .selectFrom('senders')
    .select('ticket_number')
    .where('shop_id', '=', shopId)
    .where('address_hash', '=', addressHash)
    .where('answered_at', '>', since)
    .limit(1)
    .executeTakeFirst();
  return answered !== undefined;
}

/** Notes that an agent took a ticket's sender for its shop: its address is usual from now on; or, with null, that it is not. */
export async function updateAnswered(
  db: Kysely<Tables>,
  ticketNumber: string,
  answeredAt: InstantText | null,
): Promise<void> {
  await db.updateTable('senders').set({ answered_at: answeredAt }).where('ticket_number', '=', ticketNumber).execute();
}

/** When an agent took a ticket's sender for its shop; null when nobody did, or where it came from is not known. */
export async function answeredAt(db: Kysely<Tables>, ticketNumber: string): Promise<InstantText | null> {
  const sender = await db
    .selectFrom('senders')
    .select('answered_at')
    .where('ticket_number', '=', ticketNumber)
    .executeTakeFirst();
  return sender?.answered_at ?? null;
}

/** Forgets from where tickets came that were sent and last answered before an instant. @returns how many */
export async function deleteOldSenders(db: Kysely<Tables>, before: InstantText): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('senders')
    .where('sent_at', '<=', before)
    .where((where) => where.or([where('answered_at', 'is', null), where('answered_at', '<=', before)]))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
