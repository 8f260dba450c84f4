import { shopAddress } from '../policy/shop-address.ts';
import type { ShopRow } from '../store/shops.ts';
import { type RegistryWarning, registryWarnings } from './registry-warnings.ts';
import { type FactChange, factChanges, type ShopRecord } from './shop-record.ts';

/** What a file would do to the registry. */
export interface Comparison {
  added: readonly ShopRecord[];
  changed: readonly { record: ShopRecord; changes: readonly FactChange[]; isBack: boolean }[];
  unchanged: number;
  /** shops of the registry that the file does not name */
  vanished: readonly ShopRow[];
  warnings: readonly RegistryWarning[];
}

/**
 * Compares a file of licences with the registry, and writes nothing.
 * @param held every shop of the registry
 * @param today the day in Warsaw
 */
export function compareShops(
  records: readonly ShopRecord[],
  held: readonly ShopRow[],
  today: Temporal.PlainDate,
): Comparison {
  const byNumber = new Map(held.map((shop) => [shop.support_number, shop]));
  const vanished = vanishedShops(records, held);
  const known = records.flatMap((record) => {
    const shop = byNumber.get(record.supportNumber);
    return shop ? [{ record, changes: factChanges(shop, record), isBack: shop.ended_at !== null }] : [];
  });
  const changed = known.filter(({ changes, isBack }) => changes.length > 0 || isBack);
  const staying = vanished.flatMap(({ support_number, install_url }) => {
    const host = shopAddress(install_url)?.host;
    return host === undefined ? [] : [{ supportNumber: support_number, host }];
  });
  return {
    added: records.filter(({ supportNumber }) => !byNumber.has(supportNumber)),
    changed,
    unchanged: known.length - changed.length,
    vanished,
    warnings: registryWarnings(records, staying, today),
  };
}

/** The shops of the registry that a file does not name, and that have not ended before. */
export function vanishedShops(records: readonly ShopRecord[], held: readonly ShopRow[]): ShopRow[] {
  const named = new Set(records.map(({ supportNumber }) => supportNumber));
  return held.filter(({ support_number, ended_at }) => ended_at === null && !named.has(support_number));
}
