import { appendEvent } from '../events/append-event.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { findShopByNumber, insertPackage } from '../store/shops.ts';
import { recordChanges } from './record-changes.ts';

/** An extension package as it was bought. */
export interface BoughtPackage {
  supportNumber: string;
  months: number;
  purchasedOn: Temporal.PlainDate;
}

/**
 * Adds an extension package (R4) to the shop with a support number, in a transaction of its own or the caller's.
 * @param by who adds it, for the audit trail, and the idempotency key, so that the same package is not added twice
 * @returns false when there is no such shop
 */
export async function addPackage(
  store: Store,
  bought: BoughtPackage,
  now: Temporal.Instant,
  { actor, requestKey = null }: { actor: string; requestKey?: string | null } = { actor: 'operator' },
): Promise<boolean> {
  const at = toInstantText(now);
  return inTransaction(store, async (transaction) => {
    const shop = await findShopByNumber(transaction, bought.supportNumber);
    if (!shop) return false;
    await insertPackage(transaction, {
      shop_id: shop.id,
      purchased_on: bought.purchasedOn.toString(),
      months: bought.months,
      added_at: at,
      request_key: requestKey,
    });
    const added = { field: 'package', before: null, after: `${bought.months} ${bought.purchasedOn}` } as const;
    await recordChanges(transaction, shop.id, [added], { at, actor });
    const details = { shopId: shop.id, months: bought.months, purchasedOn: bought.purchasedOn.toString() };
    await appendEvent(transaction, { at, actor, action: 'package.added', details });
    return true;
  });
}

function inTransaction<Done>(store: Store, work: (transaction: Store) => Promise<Done>): Promise<Done> {
  return store.isTransaction ? work(store) : store.transaction().execute(work);
}
