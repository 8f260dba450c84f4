import type { OriginStanding } from '../contract/lists.ts';
import type { Licence, Support } from '../policy/entitlement.ts';
import { entitlement, UNRECOGNISED } from '../policy/entitlement.ts';
import { namedShop, originStanding } from '../policy/same-shop.ts';
import type { LicenceTerms } from '../policy/scope.ts';
import { originHost, shopAddress } from '../policy/shop-address.ts';
import { typedAddress } from '../policy/typed-address.ts';
import { dayInWarsaw } from '../policy/warsaw.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { addressesAt } from '../store/shop-addresses.ts';
import { findShopById, type PackageRow, type ShopRow } from '../store/shops.ts';

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

/** The terms of a licence that decide what is covered: the only place that maps them. */
export function toTerms(shop: ShopRow): LicenceTerms {
  return {
    edition: shop.edition,
    licenceState: shop.licence_state,
    isInstalled: shop.installed_on !== null,
    hasIndividualTerms: shop.individual_terms !== null,
  };
}

/**
 * Finds a shop by number and address (R5, C5), by any address that the registry holds for it. The host is read as it
 * stands, and with slips of typing mended only where no shop of ours has one of that name. Everything else is null, so
 * that nobody learns whether a number or an address exists.
 */
export async function recogniseShop(
  db: Store,
  identity: { supportNumber: string; installUrl: string },
  now: Temporal.Instant,
): Promise<KnownShop | null> {
  const spellings = [shopAddress(identity.installUrl), typedAddress(identity.installUrl)].filter((one) => one !== null);
  const hosts = [...new Set(spellings.map(({ host }) => host))];
  const registered = await addressesAt(db, hosts, toInstantText(now));
  const host = spellings.find((one) => registered.some((other) => other.host === one.host))?.host;
  const there = registered.filter((one) => one.host === host);
  const paths = spellings.filter((one) => one.host === host).map(({ path }) => path);
  // Of one host its path is mended too, unless a shop has the very one that was typed.
  const meant = paths.find((path) => there.some((one) => one.path === path)) ?? paths.at(-1);
  const id = meant === undefined ? null : namedShop(identity.supportNumber, meant, there);
  return id === null ? null : toKnownShop(await findShopById(db, id), now);
}

/** Whose the page of an `Origin` header is, for one shop. */
export async function standingOf(
  db: Store,
  shopId: number,
  origin: string | null,
  now: Temporal.Instant,
): Promise<OriginStanding> {
  const host = originHost(origin);
  return originStanding(shopId, host === null ? [] : await addressesAt(db, [host], toInstantText(now)));
}

/** The support of a shop on a day; none, and no topic, where the registry gave it up. */
export function supportOf(
  { shop, packages }: { shop: ShopRow; packages: readonly PackageRow[] },
  today: Temporal.PlainDate,
): Support {
  return shop.ended_at === null ? entitlement(toLicence(shop, packages), today) : UNRECOGNISED;
}

/** A shop as stored, with its support on the day of an instant. */
export function toKnownShop(
  { shop, packages }: { shop: ShopRow; packages: readonly PackageRow[] },
  now: Temporal.Instant,
): KnownShop {
  return {
    shop,
    support: supportOf({ shop, packages }, dayInWarsaw(now)),
    terms: toTerms(shop),
  };
}
