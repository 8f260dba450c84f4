import type { OriginStanding } from '../contract/lists.ts';
import { countingAddresses, type RegisteredAddress } from './same-shop.ts';

/**
 * Whose a page is that says to be a shop's.
 * @param registered every address of the registry at the page's host; none where the page has no host
 */
export function originStanding(shopId: number, registered: readonly RegisteredAddress[]): OriginStanding {
  const counting = countingAddresses(registered);
  if (counting.some((address) => address.shopId === shopId)) return 'own';
  return counting.length > 0 ? 'other-shop' : 'unknown';
}
