import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { findSessionShop } from '../store/shop-sessions.ts';
import { hashToken } from './token.ts';

/** What a shop session's token looks like; anything else is not asked for in the database. */
const SHOP_SESSION = /^s_[A-Za-z0-9_-]{43}$/;

/**
 * Whose session a bearer token is.
 * @param bearer what stands after `Bearer ` in `Authorization`
 * @returns null when it is no session of a shop, is over, or its secret was revoked
 */
export async function readShopSession(
  db: Store,
  bearer: string,
  now: Temporal.Instant,
): Promise<{ shopId: number } | null> {
  return SHOP_SESSION.test(bearer) ? findSessionShop(db, hashToken(bearer), toInstantText(now)) : null;
}
