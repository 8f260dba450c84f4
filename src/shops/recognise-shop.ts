import type { Licence, Support } from '../policy/entitlement.ts';
import { entitlement } from '../policy/entitlement.ts';
import { shopAddress } from '../policy/same-shop.ts';
import type { LicenceTerms } from '../policy/scope.ts';
import { dayInWarsaw } from '../policy/warsaw.ts';
import type { Store } from '../store/open.ts';
import { findShop, type PackageRow, type ShopRow } from '../store/shops.ts';

/** A shop of the registry with its licence terms and its support today. */
export interface KnownShop {
  shop: ShopRow;
  support: Support;
  terms: LicenceTerms;
}

/** Maps table rows to a licence: the only place that does. */
export function toLicence(shop: ShopRow, packages: readonly PackageRow[]): Licence {
  return {
    purchasedOn: Temporal.PlainDate.from(shop.purchased_on),
    supportMonths: shop.support_months,
    boughtDirectly: shop.bought_directly === 1,
    packages: packages.map(({ purchased_on, months }) => ({
      purchasedOn: Temporal.PlainDate.from(purchased_on),
      months,
    })),
  };
}

/**
 * Finds a shop by number and address (R5, C5). Anything but an exact match is null, so that nobody learns whether a
 * number or an address exists.
 */
export async function recogniseShop(
  db: Store,
  identity: { supportNumber: string; installUrl: string },
  now: Temporal.Instant,
): Promise<KnownShop | null> {
  const address = shopAddress(identity.installUrl);
  const found = await findShop(db, identity.supportNumber, address?.key ?? '');
  return found && toKnownShop(found, now);
}

/** A shop as stored, with its support on the day of an instant. */
export function toKnownShop(
  { shop, packages }: { shop: ShopRow; packages: readonly PackageRow[] },
  now: Temporal.Instant,
): KnownShop {
  return {
    shop,
    support: entitlement(toLicence(shop, packages), dayInWarsaw(now)),
    terms: { edition: shop.edition, licenceState: shop.licence_state },
  };
}
