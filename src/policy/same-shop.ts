import type { AddressKind, OriginStanding } from '../contract/lists.ts';
import { WARSAW } from '../contract/warsaw.ts';
import type { ShopAddress } from './shop-address.ts';

/** An address that the registry holds for a shop and that has not ended. */
export interface RegisteredAddress extends ShopAddress {
  shopId: number;
  supportNumber: string;
  kind: AddressKind;
}

/**
 * The addresses that count: all but a former one that another shop has now. Who has a host has its folders, too, unless
 * each has a folder of their own there.
 * @param registered every address of the registry at one host, or more
 */
export function countingAddresses<Address extends RegisteredAddress>(registered: readonly Address[]): Address[] {
  return registered.filter(
    (one) =>
      one.kind !== 'former' ||
      !registered.some(
        (other) =>
          other.kind !== 'former' &&
          other.shopId !== one.shopId &&
          other.host === one.host &&
          (isWithin(one.path, other.path) || isWithin(other.path, one.path)),
      ),
  );
}

/**
 * The shop that a number and an address name (R5, C5): number and host decide. The path decides only between shops on
 * one host: it belongs to the one with the longest address that it begins with. The number counts without case where
 * that leaves one shop; look-alikes, such as O and 0, are not guessed, as a number is short and no name.
 * @param registered every address of the registry at the host
 * @returns the shop's id, or null
 */
export function namedShop(
  supportNumber: string,
  path: string,
  registered: readonly RegisteredAddress[],
): number | null {
  const counting = countingAddresses(registered);
  const around = counting.filter((address) => isWithin(path, address.path));
  const longest = Math.max(...around.map((address) => address.path.length));
  const owners = around.filter((address) => address.path.length === longest);
  const possible = owners.length > 0 ? owners : counting;
  const exact = possible.find((address) => address.supportNumber === supportNumber);
  if (exact) return exact.shopId;
  const folded = supportNumber.toLowerCase();
  const alike = new Set(
    possible.filter((address) => address.supportNumber.toLowerCase() === folded).map(({ shopId }) => shopId),
  );
  const [only = null] = alike;
  return alike.size === 1 ? only : null;
}

/**
 * Whose a page is that says to be a shop's.
 * @param registered every address of the registry at the page's host; none where the page has no host
 */
export function originStanding(shopId: number, registered: readonly RegisteredAddress[]): OriginStanding {
  const counting = countingAddresses(registered);
  if (counting.some((address) => address.shopId === shopId)) return 'own';
  return counting.length > 0 ? 'other-shop' : 'unknown';
}

/** How long a shop is known by an address it moved away from, in months: links and panels lag behind. */
export const FORMER_MONTHS = 12;

/** Until when an address counts that a shop gave up now. */
export function formerUntil(now: Temporal.Instant): Temporal.Instant {
  return now.toZonedDateTimeISO(WARSAW).add({ months: FORMER_MONTHS }).toInstant();
}

/** Whether a path is a folder or lies in it: `/sklep2` does not lie in `/sklep`. */
function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
