import { appendEvent } from '../events/append-event.ts';
import { toInstantText } from '../store/instants.ts';
import type { StoreAndClock } from '../store/open.ts';
import { findShopOrNull, updateLicenceState } from '../store/shops.ts';
import { recordChanges } from './record-changes.ts';

/**
 * Marks a shop's licence as valid or breached: that affects access to updates (C3) and nothing else. The next import of
 * the registry overwrites it, like everything in its file.
 * @param actor the agent's id
 * @returns false when there is no such shop
 */
export async function setShopLicence(
  { store, now }: StoreAndClock,
  shopId: number,
  state: 'valid' | 'breached',
  actor: string,
): Promise<boolean> {
  return store.transaction().execute(async (transaction) => {
    const found = await findShopOrNull(transaction, shopId);
    if (!found) return false;
    const from = found.shop.licence_state;
    if (from === state) return true;
    await updateLicenceState(transaction, shopId, state);
    const by = { at: toInstantText(now()), actor };
    await recordChanges(transaction, shopId, [{ field: 'licenceState', before: from, after: state }], by);
    await appendEvent(transaction, { ...by, action: 'shop.licence-set', details: { shopId, from, to: state } });
    return true;
  });
}
