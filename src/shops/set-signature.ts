import type { Signature } from '../contract/lists.ts';
import { appendEvent } from '../events/append-event.ts';
import { toInstantText } from '../store/instants.ts';
import type { StoreAndClock } from '../store/open.ts';
import { findShopOrNull, updateSignature } from '../store/shops.ts';
import { recordChanges } from './record-changes.ts';

/**
 * Sets whether a shop's tickets from pages need a session of its panel. Calls (R10) never do.
 * @param actor the agent's id, or `operator`
 * @returns false when there is no such shop
 */
export async function setSignature(
  { store, now }: StoreAndClock,
  shopId: number,
  to: Signature,
  actor: string,
): Promise<boolean> {
  return store.transaction().execute(async (transaction) => {
    const found = await findShopOrNull(transaction, shopId);
    if (!found) return false;
    const from = found.shop.signature;
    if (from === to) return true;
    await updateSignature(transaction, shopId, to);
    const by = { at: toInstantText(now()), actor };
    await recordChanges(transaction, shopId, [{ field: 'signature', before: from, after: to }], by);
    await appendEvent(transaction, { ...by, action: 'shop.signature-set', details: { shopId, from, to } });
    return true;
  });
}
