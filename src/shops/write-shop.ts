import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { findShopByNumber, type ShopRow, upsertShop } from '../store/shops.ts';
import { moveShop } from './move-shop.ts';
import { insertPanelAddress } from './panel-address.ts';
import { recordChanges } from './record-changes.ts';
import { type FactChange, factChanges, type ShopRecord, toColumns } from './shop-record.ts';

/** What writing a record did. */
export interface WrittenShop {
  shop: ShopRow;
  isNew: boolean;
  /** whether the registry had given it up before */
  isBack: boolean;
  changes: readonly FactChange[];
  /** the addresses of panels that it has got */
  panelUrls: readonly string[];
}

/**
 * Writes a record into the registry, as a file or another system tells it: a shop whose support number exists is updated,
 * with a history of what changed. Another address becomes its current one, and panel addresses are added to those that it
 * has. Call it under `ADDRESS_LOCK`, once the addresses are known to be free.
 * @param actor `operator`, or the id of a key of a system
 */
export async function writeShop(
  transaction: Store,
  record: ShopRecord,
  actor: string,
  now: Temporal.Instant,
): Promise<WrittenShop> {
  const at = toInstantText(now);
  const held = await findShopByNumber(transaction, record.supportNumber);
  const changes = held ? factChanges(held, record) : [];
  const isBack = held !== null && held.ended_at !== null;
  const revision = held ? held.revision + (changes.length > 0 || isBack ? 1 : 0) : 1;
  const shop = await upsertShop(transaction, { ...toColumns(record), imported_at: at, ended_at: null, revision });
  await moveShop(transaction, shop, record.installUrl, now);
  const panelUrls: string[] = [];
  for (const address of record.panelUrls) {
    if (await insertPanelAddress(transaction, shop.id, address, now)) panelUrls.push(address);
  }
  await recordChanges(
    transaction,
    shop.id,
    [
      ...(held ? [] : [{ field: 'added', before: null, after: null } as const]),
      ...(isBack ? [{ field: 'ended', before: held.ended_at, after: null } as const] : []),
      ...changes,
      ...panelUrls.map((after) => ({ field: 'panelUrl', before: null, after }) as const),
    ],
    { at, actor },
  );
  return { shop, isNew: held === null, isBack, changes, panelUrls };
}
