import { sha256 } from '../identity/sha256.ts';
import { shopAddress } from '../policy/same-shop.ts';

/**
 * The shop that a request says it is from, as a key of fixed length: the same for every way of writing its address. A
 * shop of the registry is recognised by just this pair, so for those it stands for the shop itself.
 */
export function claimedShop({ supportNumber, installUrl }: { supportNumber: string; installUrl: string }): string {
  const address = shopAddress(installUrl)?.key ?? installUrl;
  return `claimed:${sha256(`${supportNumber} ${address}`)}`;
}
