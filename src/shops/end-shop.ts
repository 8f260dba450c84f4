import { appendEvent } from '../events/append-event.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { addressesOfShop, updateAddress } from '../store/shop-addresses.ts';
import { deleteSessionsOfShop } from '../store/shop-sessions.ts';
import { type ShopRow, updateEnded } from '../store/shops.ts';
import { recordChanges } from './record-changes.ts';

/**
 * Ends a shop that the registry gives up: it is recognised by none of its addresses any more, and the sessions of its panel
 * end. Its tickets stay, and whoever holds one of their tokens or links reads them. A later record of it brings it back.
 */
export async function endShop(transaction: Store, shop: ShopRow, actor: string, now: Temporal.Instant): Promise<void> {
  const at = toInstantText(now);
  for (const { id } of await addressesOfShop(transaction, shop.id, at)) {
    await updateAddress(transaction, id, { kind: 'former', until: at });
  }
  await updateEnded(transaction, shop.id, at);
  await deleteSessionsOfShop(transaction, shop.id);
  await recordChanges(transaction, shop.id, [{ field: 'ended', before: null, after: at }], { at, actor });
  await appendEvent(transaction, { at, actor, action: 'shop.ended', details: { shopId: shop.id } });
}
