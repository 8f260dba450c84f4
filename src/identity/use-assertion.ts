import { createHash } from 'node:crypto';
import { recogniseShop } from '../shops/recognise-shop.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { findValidSecret, type ShopSecretRow } from '../store/shop-secrets.ts';
import { insertUsedAssertion } from '../store/shop-sessions.ts';
import type { ShopRow } from '../store/shops.ts';
import { type Assertion, checkAssertion, secretIdOf } from './check-assertion.ts';
import { open, type SecretKeys } from './seal.ts';
import { sealPurpose } from './seal-purpose.ts';

/** What using an assertion needs: the store, the time, and `SECRET_KEYS`. */
export interface AssertionDeps {
  store: Store;
  now: () => Temporal.Instant;
  secretKeys: SecretKeys;
}

/**
 * Uses a panel's signed assertion up: it counts once. Active support is not required: an expired shop can still read its
 * tickets.
 * @param work what it is used for, in the same transaction: the shop that it names, and the id of the secret
 * @returns null for an invalid assertion; callers must not learn what is wrong with it
 */
export async function useAssertion<T>(
  deps: AssertionDeps,
  token: string,
  work: (transaction: Store, shop: ShopRow, kid: string, now: Temporal.Instant) => Promise<T>,
): Promise<T | null> {
  const now = deps.now();
  const kid = secretIdOf(token);
  const sealed = kid && (await findValidSecret(deps.store, kid));
  if (!sealed) return null;
  // Checked before the transaction, so that no other writer waits for the cryptography.
  const key = open(deps.secretKeys, sealPurpose('shop_secrets', sealed.id), sealed.sealed);
  const assertion = await checkAssertion(token, key, now);
  if (!assertion) return null;
  return deps.store.transaction().execute(async (transaction) => {
    const secret = await findValidSecret(transaction, kid); // again: it may have been revoked meanwhile
    const shop = secret && (await ownShop(transaction, secret, assertion, now));
    if (!shop) return null;
    const isFirst = await insertUsedAssertion(transaction, {
      assertion_hash: createHash('sha256').update(`${kid} ${assertion.jti}`).digest('hex'),
      expires_at: toInstantText(assertion.refusedFrom),
    });
    return isFirst ? work(transaction, shop, kid, now) : null;
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
