import { CHANGES_SHOWN, type ShopChange } from '../contract/desk/read-shop.ts';
import { agentNames } from '../store/agents.ts';
import { apiKeyNames } from '../store/api-keys.ts';
import { toPublicInstant } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { changesOfShop } from '../store/shop-changes.ts';

/** What changed in a shop, who changed it, from what and to what, the newest first. */
export async function shopHistory(db: Store, shopId: number): Promise<ShopChange[]> {
  const rows = await changesOfShop(db, shopId, CHANGES_SHOWN);
  const actors = new Set(rows.map(({ actor }) => actor));
  const names = new Map([...(await agentNames(db, actors)), ...(await apiKeyNames(db, actors))]);
  return rows.map(({ id, at, actor, field, before, after }) => ({
    id,
    at: toPublicInstant(Temporal.Instant.from(at)),
    by: { id: actor, name: names.get(actor) ?? null },
    field,
    before,
    after,
  }));
}
