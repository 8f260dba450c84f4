import type { Insertable, Kysely, Selectable, SelectQueryBuilder, Updateable } from 'kysely';
import { foldToWords } from '../contract/fold.ts';
import type { InstantText } from './instants.ts';
import { hasAddressWith } from './shop-addresses.ts';
import type { ShopsTable, SupportPackagesTable } from './tables/registry.ts';
import type { Tables } from './tables/tables.ts';

export type ShopRow = Selectable<ShopsTable>;
export type PackageRow = Selectable<SupportPackagesTable>;

/** A shop by its support number alone: for the operator's commands, never for the public API. */
export async function findShopByNumber(db: Kysely<Tables>, supportNumber: string): Promise<ShopRow | null> {
  const shop = await db.selectFrom('shops').selectAll().where('support_number', '=', supportNumber).executeTakeFirst();
  return shop ?? null;
}

/** The ids of shops whose registered contact has an address. @param email in lower case */
export async function shopsOfContact(db: Kysely<Tables>, email: string): Promise<number[]> {
  const shops = db.selectFrom('shops').select('id').orderBy('id');
  const rows = await shops.where((where) => where(where.fn<string>('lower', ['contact_email']), '=', email)).execute();
  return rows.map(({ id }) => id);
}

/** The ids of shops with one of these support numbers, in whichever case. */
export async function shopsWithNumbers(db: Kysely<Tables>, numbers: readonly string[]): Promise<number[]> {
  if (numbers.length === 0) return [];
  const folded = numbers.map((number) => number.toLowerCase());
  const shops = db.selectFrom('shops').select('id').orderBy('id');
  const rows = await shops
    .where((where) => where(where.fn<string>('lower', ['support_number']), 'in', folded))
    .execute();
  return rows.map(({ id }) => id);
}

/** Every shop of the registry by support number, with its packages. */
export async function listShops(db: Kysely<Tables>): Promise<{ shop: ShopRow; packages: PackageRow[] }[]> {
  const shops = await db.selectFrom('shops').selectAll().orderBy('support_number').execute();
  const packages = await db.selectFrom('support_packages').selectAll().orderBy('id').execute();
  return shops.map((shop) => ({ shop, packages: packages.filter((bought) => bought.shop_id === shop.id) }));
}

async function packagesOf(db: Kysely<Tables>, shopId: number): Promise<PackageRow[]> {
  return db.selectFrom('support_packages').selectAll().where('shop_id', '=', shopId).orderBy('id').execute();
}

/** The words that a shop is found by: name, number, address and e-mail, folded. */
export function shopWords(
  shop: Pick<ShopRow, 'shop_name' | 'support_number' | 'install_url' | 'contact_email'>,
): string {
  return foldToWords([shop.shop_name, shop.support_number, shop.install_url, shop.contact_email].join(' '));
}

/**
 * Shops that have every word: in name, number, e-mail or current address, or in another address that has not ended.
 * A registry is small enough for a full scan.
 * @param asked as typed; without words, every shop
 */
export function shopsHaving(
  db: Kysely<Tables>,
  asked: string,
  now: InstantText,
): SelectQueryBuilder<Tables, 'shops', ShopRow> {
  let wanted = db.selectFrom('shops').selectAll();
  for (const word of foldToWords(asked).split(' ').filter(Boolean)) {
    wanted = wanted.where((where) => where.or([where('words', 'like', `%${word}%`), hasAddressWith(where, word, now)]));
  }
  return wanted;
}

/** Inserts a shop, or updates the one with this support number; its addresses are written separately. */
export async function upsertShop(
  db: Kysely<Tables>,
  shop: Omit<Insertable<ShopsTable>, 'id' | 'signature'>,
): Promise<ShopRow> {
  const words = shopWords(shop);
  const { support_number: _, ...newer } = { ...shop, words };
  return db
    .insertInto('shops')
    .values({ ...shop, words })
    .onConflict((conflict) => conflict.column('support_number').doUpdateSet(newer))
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Adds an extension package to a shop. */
export async function insertPackage(
  db: Kysely<Tables>,
  bought: Omit<Insertable<SupportPackagesTable>, 'id'>,
): Promise<void> {
  await db.insertInto('support_packages').values(bought).execute();
}

/** A shop by its id, with its packages, or null. */
export async function findShopOrNull(
  db: Kysely<Tables>,
  id: number,
): Promise<{ shop: ShopRow; packages: PackageRow[] } | null> {
  const shop = await db.selectFrom('shops').selectAll().where('id', '=', id).executeTakeFirst();
  return shop ? { shop, packages: await packagesOf(db, id) } : null;
}

/**
 * A page of the registry with packages, ordered by folded name.
 * @param asked what a shop must have, see `shopsHaving`
 * @param after the last shop of the previous page; null for the first page
 */
export async function pageOfShops(
  db: Kysely<Tables>,
  asked: string,
  after: Pick<ShopRow, 'words' | 'id'> | null,
  limit: number,
  now: InstantText,
): Promise<{ shop: ShopRow; packages: PackageRow[] }[]> {
  let wanted = shopsHaving(db, asked, now);
  if (after) {
    wanted = wanted.where((where) => where(where.refTuple('words', 'id'), '>', where.tuple(after.words, after.id)));
  }
  const shops = await wanted.orderBy('words').orderBy('id').limit(limit).execute();
  if (shops.length === 0) return [];
  const ids = shops.map(({ id }) => id);
  const packages = await db
    .selectFrom('support_packages')
    .selectAll()
    .where('shop_id', 'in', ids)
    .orderBy('id')
    .execute();
  return shops.map((shop) => ({ shop, packages: packages.filter((bought) => bought.shop_id === shop.id) }));
}

/** The package that was added under an idempotency key, or null. */
export async function findPackageByKey(db: Kysely<Tables>, requestKey: string): Promise<PackageRow | null> {
  const bought = await db
    .selectFrom('support_packages')
    .selectAll()
    .where('request_key', '=', requestKey)
    .executeTakeFirst();
  return bought ?? null;
}

/** Marks a shop's licence as valid or breached. */
export async function updateLicenceState(
  db: Kysely<Tables>,
  id: number,
  licence_state: ShopRow['licence_state'],
): Promise<void> {
  await db.updateTable('shops').set({ licence_state }).where('id', '=', id).execute();
}

/** Ends a shop in the registry; bringing it back is part of writing it again. */
export async function updateEnded(db: Kysely<Tables>, id: number, ended_at: InstantText): Promise<void> {
  await db
    .updateTable('shops')
    .set((shop) => ({ ended_at, revision: shop('revision', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/**
 * Updates facts of a shop, if it is still as somebody saw it.
 * @param revision the one that they saw
 * @returns whether it was
 */
export async function updateFacts(
  db: Kysely<Tables>,
  id: number,
  revision: number,
  facts: Updateable<ShopsTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('shops')
    .set((shop) => ({ ...facts, revision: shop('revision', '+', 1) }))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/**
 * Notes that the installation was done, unless it was before (C1).
 * @returns whether it is known only now
 */
export async function updateInstalled(db: Kysely<Tables>, id: number, day: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('shops')
    .set((shop) => ({ installed_on: day, revision: shop('revision', '+', 1) }))
    .where('id', '=', id)
    .where('installed_on', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Moves a shop to another address, of which `shop_addresses` holds the parts. */
export async function updateInstallUrl(db: Kysely<Tables>, shop: ShopRow, install_url: string): Promise<void> {
  const words = shopWords({ ...shop, install_url });
  await db.updateTable('shops').set({ install_url, words }).where('id', '=', shop.id).execute();
}

/** Sets whether a shop's tickets from pages need a session. */
export async function updateSignature(db: Kysely<Tables>, id: number, signature: ShopRow['signature']): Promise<void> {
  await db.updateTable('shops').set({ signature }).where('id', '=', id).execute();
}

/** A shop that a ticket belongs to, with its packages. */
export async function findShopById(db: Kysely<Tables>, id: number): Promise<{ shop: ShopRow; packages: PackageRow[] }> {
  const shop = await db.selectFrom('shops').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return { shop, packages: await packagesOf(db, id) };
}

/** The names of shops by their ids. */
export async function shopNames(db: Kysely<Tables>, ids: ReadonlySet<number>): Promise<Map<number, string>> {
  if (ids.size === 0) return new Map();
  const rows = await db
    .selectFrom('shops')
    .select(['id', 'shop_name'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, shop_name }) => [id, shop_name]));
}
