import { randomBytes } from 'node:crypto';
import { appendEvent } from '../events/append-event.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { insertShopSecret } from '../store/shop-secrets.ts';
import { findShopByNumber } from '../store/shops.ts';
import { type SecretKeys, seal } from './seal.ts';
import { sealPurpose } from './seal-purpose.ts';
import { newId } from './token.ts';

/** A secret as it is shown once, to the person who configures the shop's panel. */
export interface ShopSecret {
  kid: string;
  /** 43 base64url characters (256 random bits). The HMAC's key is this text, not the bytes it decodes to */
  secret: string;
}

/**
 * Makes a new secret for a shop, with which its panel signs assertions. Earlier ones stay valid, so that a panel can
 * move to the new one without a gap.
 * @param keys `SECRET_KEYS`
 * @param actor for the audit trail: `operator`, or an agent's id
 * @returns null when no shop has this support number
 */
export async function makeShopSecret(
  store: Store,
  keys: SecretKeys,
  supportNumber: string,
  now: Temporal.Instant,
  actor = 'operator',
): Promise<ShopSecret | null> {
  const at = toInstantText(now);
  const kid = newId('k');
  const secret = randomBytes(32).toString('base64url');
  return store.transaction().execute(async (transaction) => {
    const shop = await findShopByNumber(transaction, supportNumber);
    if (!shop) return null;
    await insertShopSecret(transaction, {
      id: kid,
      shop_id: shop.id,
      sealed: seal(keys, sealPurpose('shop_secrets', kid), secret),
      created_at: at,
      revoked_at: null,
    });
    await appendEvent(transaction, {
      at,
      actor,
      action: 'shop-secret.made',
      details: { shopId: shop.id, kid },
    });
    return { kid, secret };
  });
}
