import type { RegistryShop } from '../contract/registry/registry-shop.ts';
import { supportInText } from '../policy/entitlement.ts';
import { dayInWarsaw } from '../policy/warsaw.ts';
import { maybePublicInstant, toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { otherAddressesOf } from '../store/shop-addresses.ts';
import { findShopById, findShopByNumber } from '../store/shops.ts';
import { supportOf } from './recognise-shop.ts';
import { toRecord } from './shop-record.ts';

/** What the id of a package of another system begins with where it is stored: desks have keys of their own. */
const PACKAGE_KEY = 'registry ';

/** The key under which a package of another system is stored, so that it is added once. */
export function packageKey(id: string): string {
  return `${PACKAGE_KEY}${id}`;
}

/** A shop of the registry by its support number, as another system reads it: nothing of its tickets; null when there is none. */
export async function readRegistryShop(
  db: Store,
  supportNumber: string,
  now: Temporal.Instant,
): Promise<RegistryShop | null> {
  const named = await findShopByNumber(db, supportNumber);
  if (!named) return null;
  const found = await findShopById(db, named.id);
  const support = supportOf(found, dayInWarsaw(now));
  const addresses = await otherAddressesOf(db, [named.id], toInstantText(now));
  return {
    ...toRecord(found.shop),
    panelUrls: addresses.filter(({ kind }) => kind === 'panel').map(({ address }) => address),
    endedAt: maybePublicInstant(found.shop.ended_at),
    support: supportInText(support),
    packages: found.packages.map(({ request_key, purchased_on, months }) => ({
      id: request_key?.startsWith(PACKAGE_KEY) ? request_key.slice(PACKAGE_KEY.length) : null,
      purchasedOn: purchased_on,
      months,
    })),
  };
}
