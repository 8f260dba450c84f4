import { appendEvent } from '../events/append-event.ts';
import { shopAddress } from '../policy/shop-address.ts';
import { toInstantText } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { addressesOfShop, insertAddress, updateAddress } from '../store/shop-addresses.ts';
import { findShopOrNull, type ShopRow } from '../store/shops.ts';
import { type AddressRefused, checkAddress } from './address-refusal.ts';
import { ADDRESS_LOCK } from './move-shop.ts';
import { recordChanges } from './record-changes.ts';

/** Inserts a `panel` address of a shop that may have it; false when the shop is on that host already. */
export async function insertPanelAddress(
  transaction: Store,
  shopId: number,
  address: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const read = shopAddress(address);
  const at = toInstantText(now);
  const held = await addressesOfShop(transaction, shopId, at);
  if (!read || held.some(({ kind, host }) => kind !== 'former' && host === read.host)) return false;
  await insertAddress(transaction, { ...read, shop_id: shopId, kind: 'panel', address, since: at, until: null });
  return true;
}

/** Checks a `panel` address and inserts it. The caller appends the event where it is new. */
export async function writePanelAddress(
  transaction: Store,
  shop: ShopRow,
  address: string,
  actor: string,
  now: Temporal.Instant,
): Promise<{ outcome: 'added' | 'there'; host: string } | AddressRefused> {
  await lock(transaction, ADDRESS_LOCK);
  const checked = await checkAddress(transaction, shop, address, 'panel', now);
  if (checked.outcome === 'refused') return checked;
  if (!checked.isHeld) {
    await insertPanelAddress(transaction, shop.id, address, now);
    const added = { field: 'panelUrl', before: null, after: address } as const;
    await recordChanges(transaction, shop.id, [added], { at: toInstantText(now), actor });
  }
  return { outcome: checked.isHeld ? 'there' : 'added', host: checked.host };
}

/**
 * Adds a `panel` address to a shop.
 * @param actor the agent's id, or `operator`
 */
export async function addPanelAddress(
  { store, now }: StoreAndClock,
  { shop: id, address }: { shop: number; address: string },
  actor: string,
): Promise<{ outcome: 'added' | 'there' } | AddressRefused> {
  return store.transaction().execute(async (transaction) => {
    const found = await findShopOrNull(transaction, id);
    if (!found) return { outcome: 'refused', code: 'not-found' };
    const written = await writePanelAddress(transaction, found.shop, address, actor, now());
    if (written.outcome === 'added') {
      const by = { at: toInstantText(now()), actor };
      const details = { shopId: id, kind: 'panel', host: written.host } as const;
      await appendEvent(transaction, { ...by, action: 'shop.address-added', details });
    }
    return written;
  });
}

/**
 * Ends a `panel` or `former` address of a shop at once. The current `shop` address has no end: it changes.
 * @param actor the agent's id, or `operator`
 */
export async function endShopAddress(
  { store, now }: StoreAndClock,
  { shop: shopId, address: id }: { shop: number; address: number },
  actor: string,
): Promise<{ outcome: 'ended' } | AddressRefused> {
  return store.transaction().execute(async (transaction) => {
    await lock(transaction, ADDRESS_LOCK);
    const at = toInstantText(now());
    const address = (await addressesOfShop(transaction, shopId, at)).find((one) => one.id === id);
    if (!address) return { outcome: 'refused', code: 'not-found' };
    if (address.kind === 'shop') return { outcome: 'refused', code: 'conflict' };
    await updateAddress(transaction, id, { until: at });
    const ended = { field: 'panelUrl', before: address.address, after: null } as const;
    await recordChanges(transaction, shopId, [ended], { at, actor });
    const details = { shopId, kind: address.kind, host: address.host };
    await appendEvent(transaction, { at, actor, action: 'shop.address-ended', details });
    return { outcome: 'ended' };
  });
}
