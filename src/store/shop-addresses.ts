import type { Insertable, Kysely, Selectable, Updateable } from 'kysely';
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
    .where((where) => where.or([where('shop_addresses.until', 'is', null), where('shop_addresses.until', '>', now)]))
    .execute();
}

/** The addresses of a shop that have not ended, in no order. */
export async function addressesOfShop(db: Kysely<Tables>, shopId: number, now: InstantText): Promise<ShopAddressRow[]> {
  return db
    .selectFrom('shop_addresses')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where((where) => where.or([where('until', 'is', null), where('until', '>', now)]))
    .execute();
}

/** Inserts an address of a shop. */
export async function insertAddress(
  transaction: Kysely<Tables>,
  address: Omit<Insertable<ShopAddressesTable>, 'id'>,
): Promise<void> {
  await transaction.insertInto('shop_addresses').values(address).execute();
}

/** Updates an address of a shop. */
export async function updateAddress(
  transaction: Kysely<Tables>,
  id: number,
  changes: Updateable<ShopAddressesTable>,
): Promise<void> {
  await transaction.updateTable('shop_addresses').set(changes).where('id', '=', id).execute();
}
