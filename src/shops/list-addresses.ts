import type { ShopAddress } from '../contract/desk/read-shop.ts';
import { ADDRESS_KINDS } from '../contract/lists.ts';
import { countingAddresses } from '../policy/same-shop.ts';
import { maybePublicInstant, toInstantText, toPublicInstant } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { addressesAt, addressesOfShop } from '../store/shop-addresses.ts';

/** The addresses of a shop that have not ended: the current one, those of panels, and former ones, the newest first. */
export async function listAddresses(db: Store, shopId: number, now: Temporal.Instant): Promise<ShopAddress[]> {
  const at = toInstantText(now);
  const held = await addressesOfShop(db, shopId, at);
  const counting = countingAddresses(await addressesAt(db, [...new Set(held.map(({ host }) => host))], at));
  return held
    .toSorted((one, other) => ADDRESS_KINDS.indexOf(one.kind) - ADDRESS_KINDS.indexOf(other.kind) || other.id - one.id)
    .map(({ id, kind, address, host, path, since, until }) => ({
      id,
      kind,
      address,
      since: toPublicInstant(Temporal.Instant.from(since)),
      until: maybePublicInstant(until),
      counts: counting.some((one) => one.shopId === shopId && one.host === host && one.path === path),
    }));
}
