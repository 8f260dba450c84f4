import type { FieldError, ProblemCode } from '../contract/problem.ts';
import { isPrivateAddress, isPrivateHost, type ShopAddress, shopAddress } from '../policy/shop-address.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { type AddressAt, addressesAt } from '../store/shop-addresses.ts';
import { findShopById, type ShopRow } from '../store/shops.ts';

/** Why a shop cannot have an address. */
export interface AddressRefused {
  outcome: 'refused';
  code: Extract<ProblemCode, 'not-found' | 'invalid-request' | 'address-taken' | 'conflict'>;
  errors?: FieldError[];
  /** the shop that has it */
  shop?: { id: number; name: string };
}

/**
 * Checks an address that an agent gives a shop. Only the demo's shops may have private ones.
 * @param asKind a `panel` address recognises one shop: nobody else may be on its host. Shops may share a host, each at a
 * path of its own.
 * @returns its parts, and whether this shop is on the host already
 */
export async function checkAddress(
  transaction: Store,
  shop: ShopRow,
  text: string,
  asKind: 'shop' | 'panel',
  now: Temporal.Instant,
): Promise<({ outcome: 'free'; isHeld: boolean } & ShopAddress) | AddressRefused> {
  const address = shopAddress(text);
  if (!address) return invalid('wrong-format');
  if (isPrivateHost(address.host) && !isPrivateAddress(shop.install_url)) return invalid('not-allowed');
  const there = await addressesAt(transaction, [address.host], toInstantText(now));
  const taken = there.find((one) => one.shopId !== shop.id && collides({ ...address, kind: asKind }, one));
  const isHeld = there.some(({ shopId, kind }) => shopId === shop.id && kind !== 'former');
  if (!taken) return { outcome: 'free', isHeld, ...address };
  const other = await findShopById(transaction, taken.shopId);
  return { outcome: 'refused', code: 'address-taken', shop: { id: taken.shopId, name: other.shop.shop_name } };
}

/** Whether addresses of two shops exclude each other. A former address gives way. */
export function collides(one: Pick<AddressAt, 'kind' | 'host' | 'path'>, other: typeof one): boolean {
  if (one.host !== other.host || one.kind === 'former' || other.kind === 'former') return false;
  return one.kind === 'panel' || other.kind === 'panel' || one.path === other.path;
}

function invalid(code: FieldError['code']): AddressRefused {
  return { outcome: 'refused', code: 'invalid-request', errors: [{ path: 'address', code }] };
}
