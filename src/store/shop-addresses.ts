import type { Expression, ExpressionBuilder, Insertable, Kysely, Selectable, SqlBool } from 'kysely';
import { foldToWords } from '../contract/fold.ts';
import type { InstantText } from './instants.ts';
import type { ShopAddressesTable } from './tables/registry.ts';
import type { Tables } from './tables/tables.ts';

export type ShopAddressRow = Selectable<ShopAddressesTable>;

/** An address with the shop that it belongs to. */
export type AddressAt = Pick<ShopAddressRow, 'kind' | 'host' | 'path'> & { shopId: number; supportNumber: string };

/** The addresses at these hosts that have not ended, of whatever shops. */
export async function addressesAt(
  db: Kysely<Tables>,
  hosts: readonly string[],
  now: InstantText,
): Promise<AddressAt[]> {
  if (hosts.length === 0) return [];
  return db
    .selectFrom('shop_addresses')
    .innerJoin('shops', 'shops.id', 'shop_addresses.shop_id')
    .select([
      'shop_addresses.shop_id as shopId',
      'shops.support_number as supportNumber',
      'shop_addresses.kind',
      'shop_addresses.host',
      'shop_addresses.path',
    ])
    .where('shop_addresses.host', 'in', hosts)
    .where((where) => isHeld(where, now))
    .execute();
}

/** Whether an address has not ended. */
function isHeld(where: ExpressionBuilder<Tables, 'shop_addresses'>, now: InstantText): Expression<SqlBool> {
  return where.or([where('shop_addresses.until', 'is', null), where('shop_addresses.until', '>', now)]);
}

/** Whether a shop has an address with this folded word, which has not ended. */
export function hasAddressWith(
  where: ExpressionBuilder<Tables, 'shops'>,
  word: string,
  now: InstantText,
): Expression<SqlBool> {
  return where.exists(
    where
      .selectFrom('shop_addresses')
      .select('shop_addresses.id')
      .whereRef('shop_addresses.shop_id', '=', 'shops.id')
      .where('shop_addresses.words', 'like', `%${word}%`)
      .where((address) => isHeld(address, now)),
  );
}

/** The addresses of panels and the former ones of some shops that have not ended, the newest first. */
export async function otherAddressesOf(
  db: Kysely<Tables>,
  shopIds: readonly number[],
  now: InstantText,
): Promise<ShopAddressRow[]> {
  if (shopIds.length === 0) return [];
  return db
    .selectFrom('shop_addresses')
    .selectAll()
    .where('shop_id', 'in', shopIds)
    .where('kind', '!=', 'shop')
    .where((where) => isHeld(where, now))
    .orderBy('id', 'desc')
    .execute();
}

/** The addresses of a shop that have not ended, in no order. */
export async function addressesOfShop(db: Kysely<Tables>, shopId: number, now: InstantText): Promise<ShopAddressRow[]> {
  return db
    .selectFrom('shop_addresses')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where((where) => isHeld(where, now))
    .execute();
}

/** Inserts an address of a shop. */
export async function insertAddress(
  transaction: Kysely<Tables>,
  address: Omit<Insertable<ShopAddressesTable>, 'id' | 'words'>,
): Promise<void> {
  const words = foldToWords(address.address);
  await transaction
    .insertInto('shop_addresses')
    .values({ ...address, words })
    .execute();
}

/** Updates an address of a shop. */
export async function updateAddress(
  transaction: Kysely<Tables>,
  id: number,
  changes: Partial<Pick<ShopAddressRow, 'kind' | 'address' | 'until'>>,
): Promise<void> {
  const words = changes.address !== undefined && { words: foldToWords(changes.address) };
  await transaction
    .updateTable('shop_addresses')
    .set({ ...changes, ...words })
    .where('id', '=', id)
    .execute();
}
