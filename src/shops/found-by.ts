import type { FoundBy } from '../contract/desk/shop-row.ts';
import { foldToWords } from '../contract/fold.ts';
import type { InstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { otherAddressesOf } from '../store/shop-addresses.ts';
import type { ShopRow } from '../store/shops.ts';

/**
 * By which address each of the found shops was found, where its name, number, e-mail and current address lack a searched
 * word: of those with most of these words the newest. Other shops are missing.
 * @param asked as typed
 */
export async function foundBy(
  db: Store,
  shops: readonly Pick<ShopRow, 'id' | 'words'>[],
  asked: string,
  now: InstantText,
): Promise<Map<number, FoundBy>> {
  const words = foldToWords(asked).split(' ').filter(Boolean);
  const lacking = shops
    .map(({ id, words: own }) => ({ id, words: words.filter((word) => !own.includes(word)) }))
    .filter((shop) => shop.words.length > 0);
  const addresses = await otherAddressesOf(
    db,
    lacking.map(({ id }) => id),
    now,
  );
  const found = new Map<number, FoundBy>();
  for (const shop of lacking) {
    const held = (address: { words: string }) => shop.words.filter((word) => address.words.includes(word)).length;
    const [best] = addresses
      .filter(({ shop_id }) => shop_id === shop.id)
      .toSorted((one, other) => held(other) - held(one));
    if (best) found.set(shop.id, { kind: best.kind, address: best.address });
  }
  return found;
}
