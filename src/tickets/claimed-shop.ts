import { sha256 } from '../identity/token.ts';
import { shopAddress } from '../policy/same-shop.ts';

/**
 * The shop that a request names, as a key of fixed length: the same for every spelling of its address. A shop of the
 * registry is recognised by this same pair, so its key identifies the shop.
 */
export function claimedShop({ supportNumber, installUrl }: { supportNumber: string; installUrl: string }): string {
  const address = shopAddress(installUrl)?.key ?? installUrl;
  return `claimed:${sha256(`${supportNumber} ${address}`)}`;
}
