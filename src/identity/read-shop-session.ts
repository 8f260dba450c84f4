import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { findSessionShop } from '../store/shop-sessions.ts';
import { hashToken } from './token.ts';

/** The shape of a shop session's token; other texts are not looked up. */
const SHOP_SESSION = /^s_[A-Za-z0-9_-]{43}$/;

/**
 * The shop session of a bearer token.
 * @param bearer the text after `Bearer ` in `Authorization`
 * @returns null for an unknown or expired session, or a revoked secret
 */
export async function readShopSession(
  db: Store,
  bearer: string,
  now: Temporal.Instant,
): Promise<{ shopId: number } | null> {
  return SHOP_SESSION.test(bearer) ? findSessionShop(db, hashToken(bearer), toInstantText(now)) : null;
}
