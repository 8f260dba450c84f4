import type { Insertable, Kysely } from 'kysely';
import type { InstantText } from './instants.ts';
import type { ShopSessionsTable, UsedAssertionsTable } from './tables/identity.ts';
import type { Tables } from './tables/tables.ts';

/** Marks an assertion as used; false when it was used before. One statement, so two at once cannot both succeed. */
export async function insertUsedAssertion(
  db: Kysely<Tables>,
  assertion: Insertable<UsedAssertionsTable>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('used_assertions')
    .values(assertion)
    .onConflict((conflict) => conflict.column('assertion_hash').doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Inserts a session of a shop. */
export async function insertShopSession(db: Kysely<Tables>, session: Insertable<ShopSessionsTable>): Promise<void> {
  await db.insertInto('shop_sessions').values(session).execute();
}

/** The shop of a session, if the session is valid at `now` and its secret is not revoked. */
export async function findSessionShop(
  db: Kysely<Tables>,
  tokenHash: string,
  now: InstantText,
): Promise<{ shopId: number } | null> {
  const session = await db
    .selectFrom('shop_sessions')
    .innerJoin('shop_secrets', 'shop_secrets.id', 'shop_sessions.secret_id')
    .select('shop_sessions.shop_id as shopId')
    .where('shop_sessions.token_hash', '=', tokenHash)
    .where('shop_sessions.expires_at', '>', now)
    .where('shop_secrets.revoked_at', 'is', null)
    .executeTakeFirst();
  return session ?? null;
}

/** Ends every session that was opened by a secret. */
export async function deleteSessionsOfSecret(db: Kysely<Tables>, secretId: string): Promise<void> {
  await db.deleteFrom('shop_sessions').where('secret_id', '=', secretId).execute();
}

/** Ends every session of a shop. @returns how many */
export async function deleteSessionsOfShop(db: Kysely<Tables>, shopId: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('shop_sessions')
    .where('shop_id', '=', shopId)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Deletes expired assertions and sessions. @returns how many */
export async function deleteExpiredShopSessions(db: Kysely<Tables>, now: InstantText): Promise<number> {
  const assertions = await db.deleteFrom('used_assertions').where('expires_at', '<=', now).executeTakeFirstOrThrow();
  const sessions = await db.deleteFrom('shop_sessions').where('expires_at', '<=', now).executeTakeFirstOrThrow();
  return Number(assertions.numDeletedRows + sessions.numDeletedRows);
}
