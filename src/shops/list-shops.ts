import type { DeskShopList } from '../contract/desk/list-shops.ts';
import { dayInWarsaw } from '../policy/warsaw.ts';
import type { Store } from '../store/open.ts';
import { currentVersion } from '../store/releases.ts';
import { findShopOrNull, pageOfShops } from '../store/shops.ts';
import { toShopRow } from './to-shop-row.ts';

const PAGE = 50;

/**
 * A page of the registry by name.
 * @param after the id of the last shop of the previous page
 * @returns null when that shop no longer exists
 */
export async function listShops(
  db: Store,
  asked: string,
  after: number | null,
  now: Temporal.Instant,
): Promise<DeskShopList | null> {
  const last = after === null ? null : await findShopOrNull(db, after);
  if (after !== null && !last) return null;
  const found = await pageOfShops(db, asked, last?.shop ?? null, PAGE + 1);
  const current = await currentVersion(db);
  const shops = found.slice(0, PAGE).map((shop) => toShopRow(shop, current, dayInWarsaw(now)));
  return { shops, next: found.length > PAGE ? String(shops.at(-1)?.id) : null };
}
