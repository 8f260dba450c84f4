import type { DeskShopList } from '../contract/desk/list-shops.ts';
import { dayInWarsaw } from '../policy/warsaw.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { currentVersion } from '../store/releases.ts';
import { findShopOrNull, pageOfShops } from '../store/shops.ts';
import { foundBy } from './found-by.ts';
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
  const at = toInstantText(now);
  const found = await pageOfShops(db, asked, last?.shop ?? null, PAGE + 1, at);
  const current = await currentVersion(db);
  const page = found.slice(0, PAGE);
  const by = await foundBy(
    db,
    page.map(({ shop }) => shop),
    asked,
    at,
  );
  const shops = page.map((one) => ({
    ...toShopRow(one, current, dayInWarsaw(now)),
    foundBy: by.get(one.shop.id) ?? null,
  }));
  return { shops, next: found.length > PAGE ? String(shops.at(-1)?.id) : null };
}
