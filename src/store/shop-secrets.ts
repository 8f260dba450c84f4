import type { Insertable, Kysely, Selectable } from 'kysely';
import type { InstantText } from './instants.ts';
import type { ShopSecretsTable } from './tables/identity.ts';
import type { Tables } from './tables/tables.ts';

export type ShopSecretRow = Selectable<ShopSecretsTable>;

/** Inserts a secret of a shop. */
export async function insertShopSecret(db: Kysely<Tables>, secret: Insertable<ShopSecretsTable>): Promise<void> {
  await db.insertInto('shop_secrets').values(secret).execute();
}

/** A secret by its id, unless it was revoked. */
export async function findValidSecret(db: Kysely<Tables>, id: string): Promise<ShopSecretRow | null> {
  const secret = await db
    .selectFrom('shop_secrets')
    .selectAll()
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return secret ?? null;
}

/** All secrets of a shop, revoked ones too, oldest first. */
export async function listShopSecrets(db: Kysely<Tables>, shopId: number): Promise<ShopSecretRow[]> {
  return db
    .selectFrom('shop_secrets')
    .selectAll()
    .where('shop_id', '=', shopId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** The secrets of a shop: valid ones first, then the newest first, at most `limit`. */
export async function newestShopSecrets(db: Kysely<Tables>, shopId: number, limit: number): Promise<ShopSecretRow[]> {
  return db
    .selectFrom('shop_secrets')
    .selectAll()
    .where('shop_id', '=', shopId)
    .orderBy((order) => order.case().when('revoked_at', 'is', null).then(0).else(1).end())
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Revokes a secret of a shop; false when the shop has no valid secret with that id. */
export async function markSecretRevoked(
  db: Kysely<Tables>,
  shopId: number,
  id: string,
  at: InstantText,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('shop_secrets')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('shop_id', '=', shopId)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
