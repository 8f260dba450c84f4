import { STANDINGS, type Standing } from '../contract/lists.ts';

/** What senders of each standing have used of a quota. */
export type Used = Record<Standing, number>;

/**
 * The thirds of a shop's quota that senders of a standing, and of lesser ones, may use together. Number and address of a
 * shop are no secret, so that anybody can write in its name. The last third is kept for who is proven to be the shop, and
 * the one before for the addresses from which the shop wrote before: whatever strangers with any number of new addresses
 * send, a shop that signs nothing still writes from its office.
 */
const THIRDS: Record<Standing, number> = { new: 1, usual: 2, proven: 3 };

/** What senders of a standing, and of lesser ones, may use together. */
export function shareOf(quota: number, standing: Standing): number {
  return Math.floor((quota * THIRDS[standing]) / 3);
}

/** What a sender of a standing may still use: within their own share, and within those of whoever stands above them. */
export function roomFor(standing: Standing, quota: number, used: Used): number {
  const rooms = atLeast(standing).map((one) => shareOf(quota, one) - usedUpTo(one, used));
  return Math.max(0, Math.min(...rooms));
}

/** How full the fullest share is: 1 when somebody is refused. */
export function fullness(quota: number, used: Used): number {
  return Math.max(...STANDINGS.map((one) => usedUpTo(one, used) / shareOf(quota, one)));
}

/** This standing and those above it. */
export function atLeast(standing: Standing): Standing[] {
  return STANDINGS.slice(STANDINGS.indexOf(standing));
}

/** Whether one standing shares what the other may use: it is the same, or a lesser one. */
export function isUpTo(one: Standing, standing: Standing): boolean {
  return STANDINGS.indexOf(one) <= STANDINGS.indexOf(standing);
}

function usedUpTo(standing: Standing, used: Used): number {
  return STANDINGS.filter((one) => isUpTo(one, standing)).reduce((sum, one) => sum + used[one], 0);
}
