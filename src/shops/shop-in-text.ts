import { namedShop } from '../policy/same-shop.ts';
import { type ShopAddress, shopAddress } from '../policy/shop-address.ts';
import { typedAddress } from '../policy/typed-address.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { addressesAt } from '../store/shop-addresses.ts';
import { findShopById } from '../store/shops.ts';
import { type KnownShop, toKnownShop } from './recognise-shop.ts';

/** How many words of each kind of a letter are looked at: more than any honest one has. */
const MOST_ADDRESSES = 50;
const MOST_NUMBERS = 300;

/** What may be an address of a shop: with or without a scheme, its path too. */
const ADDRESS =
  /(?:https?:\/*)?(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,24}(?::\d{1,5})?(?:\/[^\s<>"|]*)?/giu;

/** What may be a support number: letters and digits, with a digit, as the API takes it. */
const NUMBER = /(?<![\p{L}\p{N}-])(?=[a-z-]*\d)[a-z\d][a-z\d-]{2,30}[a-z\d](?![\p{L}\p{N}-])/giu;

/**
 * The shop that a text names by its number and one of its addresses (R5, C5), as a panel's pair must: the registry decides
 * what is a number, so that no other word is taken for one. A text that names two shops names none.
 */
export async function shopInText(db: Store, text: string, now: Temporal.Instant): Promise<KnownShop | null> {
  const { addresses, numbers } = namesInText(text);
  const hosts = [...new Set(addresses.map(({ host }) => host))];
  if (hosts.length === 0) return null;
  const registered = await addressesAt(db, hosts, toInstantText(now));
  if (registered.length === 0) return null;
  const named = addresses.flatMap(({ host, path }) => {
    const there = registered.filter((one) => one.host === host);
    return numbers.map((number) => namedShop(number, path, there));
  });
  const [id, ...others] = new Set(named.filter((one) => one !== null));
  return id === undefined || others.length > 0 ? null : toKnownShop(await findShopById(db, id), now);
}

/** What may be addresses and support numbers of shops in a text, in its order. */
export function namesInText(text: string): { addresses: ShopAddress[]; numbers: string[] } {
  // Addresses of mail are no addresses of shops, though many have the same host.
  const words = text.replace(/[^\s<>"]+@[^\s<>"]+/g, ' ').normalize('NFC');
  const addresses = [...new Set(words.match(ADDRESS))].slice(0, MOST_ADDRESSES).flatMap((word) => {
    const address = shopAddress(word) ?? typedAddress(word);
    return address ? [address] : [];
  });
  return { addresses, numbers: [...new Set(words.replace(ADDRESS, ' ').match(NUMBER))].slice(0, MOST_NUMBERS) };
}
