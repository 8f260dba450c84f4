import { createHash } from 'node:crypto';
import type { OpenedSession } from '../contract/shops/open-session.ts';
import { recogniseShop } from '../shops/recognise-shop.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { findValidSecret, type ShopSecretRow } from '../store/shop-secrets.ts';
import { insertShopSession, insertUsedAssertion } from '../store/shop-sessions.ts';
import type { ShopRow } from '../store/shops.ts';
import { type Assertion, checkAssertion, secretIdOf } from './check-assertion.ts';
import { open, type SecretKeys } from './seal.ts';
import { sealPurpose } from './seal-purpose.ts';
import { hashToken, newToken } from './token.ts';

/** How long a shop's session lasts, in minutes; the widget asks the panel for a new assertion when it ends. */
const SESSION_MINUTES = 60;

/** What opening a session needs: the store, the time, and `SECRET_KEYS`. */
export interface OpenSessionDeps {
  store: Store;
  now: () => Temporal.Instant;
  secretKeys: SecretKeys;
}

/**
 * Exchanges a panel's signed assertion, once, for a session that may read the shop's tickets. Active support is not
 * required: an expired shop can still read its tickets.
 * @returns null for an invalid assertion; callers must not learn what is wrong with it
 */
export async function openShopSession(deps: OpenSessionDeps, token: string): Promise<OpenedSession | null> {
  const now = deps.now();
  const kid = secretIdOf(token);
  const secret = kid && (await findValidSecret(deps.store, kid));
  if (!secret) return null;
  // Checked before the transaction, so that no other writer waits for the cryptography.
  const key = open(deps.secretKeys, sealPurpose('shop_secrets', secret.id), secret.sealed);
  const assertion = await checkAssertion(token, key, now);
  return assertion && (await useOnce(deps.store, secret.id, assertion, now));
}

async function useOnce(
  store: Store,
  kid: string,
  assertion: Assertion,
  now: Temporal.Instant,
): Promise<OpenedSession | null> {
  const session = newToken('s');
  const expiresAt = now.add({ minutes: SESSION_MINUTES });
  return store.transaction().execute(async (transaction) => {
    const secret = await findValidSecret(transaction, kid); // again: it may have been revoked meanwhile
    const shop = secret && (await ownShop(transaction, secret, assertion, now));
    if (!shop) return null;
    const isFirst = await insertUsedAssertion(transaction, {
      assertion_hash: createHash('sha256').update(`${kid} ${assertion.jti}`).digest('hex'),
      expires_at: toInstantText(assertion.refusedFrom),
    });
    if (!isFirst) return null;
    await insertShopSession(transaction, {
      token_hash: hashToken(session),
      shop_id: shop.id,
      secret_id: kid,
      created_at: toInstantText(now),
      expires_at: toInstantText(expiresAt),
    });
    return {
      session,
      expiresAt: expiresAt.toString({ smallestUnit: 'second' }),
      shop: { supportNumber: shop.support_number, installUrl: shop.install_url },
    };
  });
}

/** The shop that the assertion names, if the secret was made for it. */
async function ownShop(
  db: Store,
  secret: ShopSecretRow,
  assertion: Assertion,
  now: Temporal.Instant,
): Promise<ShopRow | null> {
  const named = await recogniseShop(db, assertion, now);
  return named?.shop.id === secret.shop_id ? named.shop : null;
}
