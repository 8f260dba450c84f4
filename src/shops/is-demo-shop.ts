import { isPrivateHost, shopAddress } from '../policy/shop-address.ts';
import type { ShopRow } from '../store/shops.ts';

/** Whether a shop's address is known only on this machine or network, as those of the demo are. */
export function isDemoShop(shop: ShopRow): boolean {
  const address = shopAddress(shop.install_url);
  return address !== null && isPrivateHost(address.host);
}
