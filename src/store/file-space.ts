import type { Kysely } from 'kysely';
import type { InstantText } from './instants.ts';
import type { Tables } from './tables/tables.ts';

/** The files of a shop whose bytes are stored. */
export interface ShopSpace {
  supportNumber: string;
  name: string;
  files: number;
  bytes: number;
  /** when the first of them came */
  oldest: InstantText;
}

/** What the files of each shop take up, the most first. */
export async function spaceByShop(db: Kysely<Tables>): Promise<ShopSpace[]> {
  const rows = await db
    .selectFrom('uploads')
    .innerJoin('shops', 'shops.id', 'uploads.shop_id')
    .select(({ fn }) => [
      'shops.support_number as supportNumber',
      'shops.shop_name as name',
      fn.countAll<number>().as('files'),
      fn.sum<number>('uploads.received').as('bytes'),
      fn.min('uploads.created_at').as('oldest'),
    ])
    .where('uploads.freed_at', 'is', null)
    .groupBy(['shops.support_number', 'shops.shop_name'])
    .execute();
  return rows
    .map((row) => ({ ...row, files: Number(row.files), bytes: Number(row.bytes) }))
    .toSorted((one, other) => other.bytes - one.bytes);
}

/** Tickets that were closed before an instant, are still closed and have files; in order. */
export async function closedWithFiles(db: Kysely<Tables>, before: InstantText): Promise<string[]> {
  const rows = await db
    .selectFrom('uploads')
    .innerJoin('messages', 'messages.id', 'uploads.message_id')
    .innerJoin('tickets', 'tickets.number', 'messages.ticket_number')
    .select('tickets.number')
    .distinct()
    .where('tickets.closed_at', '<', before)
    .where('uploads.freed_at', 'is', null)
    .orderBy('tickets.number')
    .execute();
  return rows.map(({ number }) => number);
}
