import { insertAudit } from '../store/audit.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { findShopByNumber, insertPackage } from '../store/shops.ts';

/** Adds an extension package (R4) to the shop with a support number; false when there is no such shop. */
export async function addPackage(
  store: Store,
  bought: { supportNumber: string; months: number; purchasedOn: Temporal.PlainDate },
  now: Temporal.Instant,
): Promise<boolean> {
  const at = toInstantText(now);
  return store.transaction().execute(async (transaction) => {
    const shop = await findShopByNumber(transaction, bought.supportNumber);
    if (!shop) return false;
    await insertPackage(transaction, {
      shop_id: shop.id,
      purchased_on: bought.purchasedOn.toString(),
      months: bought.months,
      added_at: at,
    });
    const details = { shopId: shop.id, months: bought.months, purchasedOn: bought.purchasedOn.toString() };
    await insertAudit(transaction, { at, actor: 'operator', action: 'package.added', details });
    return true;
  });
}
