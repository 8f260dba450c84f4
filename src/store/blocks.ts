import type { Insertable, Kysely } from 'kysely';
import type { BlockKind } from '../contract/lists.ts';
import type { InstantText } from './instants.ts';
import type { BlocksTable } from './tables/guard.ts';
import type { Tables } from './tables/tables.ts';

/** A block with the names that belong to its ids. */
export interface BlockRow {
  id: number;
  kind: BlockKind;
  shop_id: number | null;
  shop_name: string | null;
  support_number: string | null;
  range: string | null;
  reason: string;
  added_by: string;
  added_by_name: string | null;
  since: InstantText;
  until: InstantText;
  lifted_at: InstantText | null;
  lifted_by: string | null;
  lifted_by_name: string | null;
}

/** Adds a block; returns its id. */
export async function insertBlock(db: Kysely<Tables>, block: Insertable<BlocksTable>): Promise<number> {
  const { id } = await db.insertInto('blocks').values(block).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** A block that is neither over nor lifted, by its id. */
export async function findBlock(db: Kysely<Tables>, id: number, now: InstantText): Promise<{ kind: BlockKind } | null> {
  const block = await db
    .selectFrom('blocks')
    .select('kind')
    .where('id', '=', id)
    .where('until', '>', now)
    .where('lifted_at', 'is', null)
    .executeTakeFirst();
  return block ?? null;
}

/** Notes that a block was lifted. */
export async function updateLifted(
  db: Kysely<Tables>,
  id: number,
  lifted: { lifted_at: InstantText; lifted_by: string },
): Promise<void> {
  await db.updateTable('blocks').set(lifted).where('id', '=', id).execute();
}

/** Whether a shop's unproven senders are blocked, and every range that is. */
export async function blocksFor(
  db: Kysely<Tables>,
  shopId: number,
  now: InstantText,
): Promise<{ isShopBlocked: boolean; ranges: string[] }> {
  const rows = await db
    .selectFrom('blocks')
    .select(['shop_id', 'range'])
    .where('until', '>', now)
    .where('lifted_at', 'is', null)
    .where((where) => where.or([where('shop_id', '=', shopId), where('range', 'is not', null)]))
    .execute();
  return {
    isShopBlocked: rows.some(({ shop_id }) => shop_id === shopId),
    ranges: rows.map(({ range }) => range).filter((range) => range !== null),
  };
}

/** Until when a shop's unproven senders are blocked, by the block that lasts longest; null while none stands. */
export async function shopBlockedUntil(
  db: Kysely<Tables>,
  shopId: number,
  now: InstantText,
): Promise<InstantText | null> {
  const last = await db
    .selectFrom('blocks')
    .select('until')
    .where('shop_id', '=', shopId)
    .where('until', '>', now)
    .where('lifted_at', 'is', null)
    .orderBy('until', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.until ?? null;
}

/** The blocks that ended last or have not ended, those that last longest first. */
export async function listBlockRows(db: Kysely<Tables>, limit: number): Promise<BlockRow[]> {
  return db
    .selectFrom('blocks')
    .leftJoin('shops', 'shops.id', 'blocks.shop_id')
    .leftJoin('agents as adder', 'adder.id', 'blocks.added_by')
    .leftJoin('agents as lifter', 'lifter.id', 'blocks.lifted_by')
    .select([
      'blocks.id',
      'blocks.kind',
      'blocks.shop_id',
      'shops.shop_name',
      'shops.support_number',
      'blocks.range',
      'blocks.reason',
      'blocks.added_by',
      'adder.name as added_by_name',
      'blocks.since',
      'blocks.until',
      'blocks.lifted_at',
      'blocks.lifted_by',
      'lifter.name as lifted_by_name',
    ])
    .orderBy('blocks.until', 'desc')
    .orderBy('blocks.id', 'desc')
    .limit(limit)
    .execute();
}
