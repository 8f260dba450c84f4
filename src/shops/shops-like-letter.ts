import type { LikelyShop } from '../contract/desk/mails.ts';
import { dayInWarsaw } from '../policy/warsaw.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { currentVersion } from '../store/releases.ts';
import { addressesAt } from '../store/shop-addresses.ts';
import { findShopById, shopsOfContact, shopsWithNumbers } from '../store/shops.ts';
import { namesInText } from './shop-in-text.ts';
import { toShopRow } from './to-shop-row.ts';

/** How many shops are offered; an agency writes for more, and has them found by name. */
const MOST_OFFERED = 5;

/**
 * Shops that a letter without a matching pair may be of, the likeliest first: by their registered contact, by a number or
 * by an address alone. None of these proves anything, so an agent chooses.
 * @param from the sender's address; null where there is none
 */
export async function shopsLikeLetter(
  db: Store,
  { from, text }: { from: string | null; text: string },
  now: Temporal.Instant,
): Promise<LikelyShop[]> {
  const { addresses, numbers } = namesInText(text);
  const hosts = [...new Set([...addresses.map(({ host }) => host), from?.split('@').at(-1) ?? ''])].filter(Boolean);
  const found: [number, LikelyShop['because']][] = [
    ...(from === null ? [] : await shopsOfContact(db, from)).map((id) => [id, 'sender'] as [number, 'sender']),
    ...(await shopsWithNumbers(db, numbers)).map((id) => [id, 'number'] as [number, 'number']),
    ...(await addressesAt(db, hosts, toInstantText(now))).map(
      ({ shopId }) => [shopId, 'address'] as [number, 'address'],
    ),
  ];
  // The first reason of a shop is its best one.
  const because = new Map(found.toReversed());
  const ids = [...new Set(found.map(([id]) => id))].slice(0, MOST_OFFERED);
  const current = await currentVersion(db);
  const shops: LikelyShop[] = [];
  for (const id of ids) {
    const row = toShopRow(await findShopById(db, id), current, dayInWarsaw(now));
    shops.push({ ...row, because: because.get(id) ?? 'address' });
  }
  return shops;
}
