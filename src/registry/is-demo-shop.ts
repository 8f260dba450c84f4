import { isPrivateHost, shopAddress } from '../policy/same-shop.ts';
import type { ShopRow } from '../store/shops.ts';

/** Whether a shop of the registry stands at an address that only this machine or network knows: the demo's do. */
export function isDemoShop(shop: ShopRow): boolean {
  const address = shopAddress(shop.install_url);
  return address !== null && isPrivateHost(address.host);
}
