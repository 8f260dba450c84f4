import { appendEvent } from '../events/append-event.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { markSecretRevoked } from '../store/shop-secrets.ts';
import { deleteSessionsOfSecret } from '../store/shop-sessions.ts';
import { findShopByNumber } from '../store/shops.ts';

/**
 * Revokes a secret of a shop and ends the sessions opened with it.
 * @param actor for the audit trail: `operator`, or an agent's id
 * @returns false when the shop has no valid secret with that id
 */
export async function revokeShopSecret(
  store: Store,
  supportNumber: string,
  kid: string,
  now: Temporal.Instant,
  actor = 'operator',
): Promise<boolean> {
  const at = toInstantText(now);
  return store.transaction().execute(async (transaction) => {
    const shop = await findShopByNumber(transaction, supportNumber);
    if (!shop || !(await markSecretRevoked(transaction, shop.id, kid, at))) return false;
    await deleteSessionsOfSecret(transaction, kid);
    await appendEvent(transaction, {
      at,
      actor,
      action: 'shop-secret.revoked',
      details: { shopId: shop.id, kid },
    });
    return true;
  });
}
