import { appendEvent } from '../events/append-event.ts';
import { formerUntil } from '../policy/same-shop.ts';
import { shopAddress } from '../policy/shop-address.ts';
import { toInstantText } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { addressesOfShop, insertAddress, updateAddress } from '../store/shop-addresses.ts';
import { findShopOrNull, type ShopRow, updateInstallUrl } from '../store/shops.ts';
import { type AddressRefused, checkAddress } from './address-refusal.ts';
import { recordChanges } from './record-changes.ts';

/** All changes of addresses wait for each other: two shops must not get one address. */
export const ADDRESS_LOCK = 'shop-addresses';

/**
 * Gives a shop its current address (C5: one licence, one address); the one before becomes a former one. Another spelling
 * of the same address replaces it.
 * @returns whether it is another address than before
 */
export async function moveShop(
  transaction: Store,
  shop: ShopRow,
  installUrl: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const next = shopAddress(installUrl);
  if (!next) return false;
  const at = toInstantText(now);
  const held = await addressesOfShop(transaction, shop.id, at);
  const current = held.find(({ kind }) => kind === 'shop');
  const isSame = (one: { host: string; path: string }) => one.host === next.host && one.path === next.path;
  await updateInstallUrl(transaction, shop, installUrl);
  if (current && isSame(current)) {
    await updateAddress(transaction, current.id, { address: installUrl });
    return false;
  }
  const until = toInstantText(formerUntil(now));
  if (current) await updateAddress(transaction, current.id, { kind: 'former', until });
  for (const { id } of held.filter(isSame)) await updateAddress(transaction, id, { until: at });
  const row = { ...next, shop_id: shop.id, kind: 'shop', address: installUrl, since: at, until: null } as const;
  await insertAddress(transaction, row);
  return current !== undefined;
}

/**
 * Moves a shop to another address, for an agent.
 * @param actor the agent's id, or `operator`
 */
export async function changeShopAddress(
  { store, now }: StoreAndClock,
  { shop: id, address }: { shop: number; address: string },
  actor: string,
): Promise<{ outcome: 'changed' } | AddressRefused> {
  return store.transaction().execute(async (transaction) => {
    await lock(transaction, ADDRESS_LOCK);
    const found = await findShopOrNull(transaction, id);
    if (!found) return { outcome: 'refused', code: 'not-found' };
    const checked = await checkAddress(transaction, found.shop, address, 'shop', now());
    if (checked.outcome === 'refused') return checked;
    const from = found.shop.install_url;
    await moveShop(transaction, found.shop, address, now());
    if (from !== address) {
      const by = { at: toInstantText(now()), actor };
      await recordChanges(transaction, id, [{ field: 'installUrl', before: from, after: address }], by);
      const details = { shopId: id, from, to: address };
      await appendEvent(transaction, { ...by, action: 'shop.address-changed', details });
    }
    return { outcome: 'changed' };
  });
}
