import type { ShopChangeField } from '../contract/lists.ts';
import type { InstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { insertShopChanges } from '../store/shop-changes.ts';

/** Who changes a shop, and when. */
export interface ChangedBy {
  at: InstantText;
  /** an agent's id, `operator`, or the id of a key of a system */
  actor: string;
}

/** Writes the history of a shop, in the transaction of its change: what it was and what it is, as people read it. */
export async function recordChanges(
  transaction: Store,
  shopId: number,
  changes: readonly { field: ShopChangeField; before: string | null; after: string | null }[],
  { at, actor }: ChangedBy,
): Promise<void> {
  await insertShopChanges(
    transaction,
    changes.map((change) => ({ ...change, shop_id: shopId, at, actor })),
  );
}
