import type { Insertable, Kysely, Selectable } from 'kysely';
import type { ShopChangesTable } from './tables/registry.ts';
import type { Tables } from './tables/tables.ts';

export type ShopChangeRow = Selectable<ShopChangesTable>;

/** Inserts changes of shops, in the transaction that makes them. */
export async function insertShopChanges(
  transaction: Kysely<Tables>,
  changes: readonly Omit<Insertable<ShopChangesTable>, 'id'>[],
): Promise<void> {
  if (changes.length > 0) await transaction.insertInto('shop_changes').values(changes).execute();
}

/** What changed in a shop, the newest first. */
export async function changesOfShop(db: Kysely<Tables>, shopId: number, limit: number): Promise<ShopChangeRow[]> {
  return db
    .selectFrom('shop_changes')
    .selectAll()
    .where('shop_id', '=', shopId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
