import { appendEvent } from '../events/append-event.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { deleteSessionsOfShop } from '../store/shop-sessions.ts';
import { findShopByNumber } from '../store/shops.ts';

/**
 * Ends all sessions of a shop at once; its secrets stay, so that its panel can open new ones.
 * @param actor for the audit trail: `operator`, or an agent's id
 * @returns how many there were, or null when no shop has this number
 */
export async function endShopSessions(
  store: Store,
  supportNumber: string,
  now: Temporal.Instant,
  actor = 'operator',
): Promise<number | null> {
  return store.transaction().execute(async (transaction) => {
    const shop = await findShopByNumber(transaction, supportNumber);
    if (!shop) return null;
    const sessions = await deleteSessionsOfShop(transaction, shop.id);
    const details = { shopId: shop.id, sessions };
    await appendEvent(transaction, { at: toInstantText(now), actor, action: 'shop.sessions-ended', details });
    return sessions;
  });
}
