import { appendEvent } from '../events/append-event.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { upsertShop } from '../store/shops.ts';
import type { ShopRecord } from './read-shops-csv.ts';

/** Writes licences into the registry: all of them or none. A shop whose support number exists is updated. */
export async function importShops(store: Store, shops: readonly ShopRecord[], now: Temporal.Instant): Promise<void> {
  const at = toInstantText(now);
  await store.transaction().execute(async (transaction) => {
    for (const shop of shops) {
      await upsertShop(transaction, {
        support_number: shop.supportNumber,
        shop_key: shop.shopKey,
        install_url: shop.installUrl,
        edition: shop.edition,
        purchased_on: shop.purchasedOn,
        support_months: shop.supportMonths,
        bought_directly: shop.boughtDirectly ? 1 : 0,
        licence_state: shop.licenceState,
        shop_name: shop.shopName,
        contact_email: shop.contactEmail,
        shop_version: shop.shopVersion,
        imported_at: at,
      });
    }
    await appendEvent(transaction, {
      at,
      actor: 'operator',
      action: 'shops.imported',
      details: { shops: shops.length },
    });
  });
}
