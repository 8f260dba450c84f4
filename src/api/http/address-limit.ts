import type { AddressWidth } from './client-address.ts';
import type { RateLimit } from './rate-limit-table.ts';
import type { Count, RateLimits } from './rate-limits.ts';

/** How many addresses' quotas a range has: as its width says, unless a limit says less. */
export type Times = (width: AddressWidth) => number;

const AS_WIDE: Times = ({ times }) => times;

/**
 * Counts one more at every width of an address. What one width refuses is not counted at the wider ones, which others
 * share; and where a wider one is used up already, no key of a narrower one is made: a /48 has 65,536 of them.
 * @param times of the quota for each width
 * @returns the use of each width, and whether one of them had none left
 */
export async function spendByAddress(
  rateLimits: RateLimits,
  limit: RateLimit,
  widths: readonly AddressWidth[],
  times = AS_WIDE,
): Promise<{ isOver: boolean; counts: Count[] }> {
  const [narrowest, ...wider] = widths;
  const full = usedUp(await lookByAddress(rateLimits, limit, wider, times));
  if (full.length > 0) return { isOver: true, counts: full };
  const counts: Count[] = [];
  for (const width of narrowest ? [narrowest, ...wider] : []) {
    const count = await rateLimits.spend(ofWidth(limit, width, times), width.key);
    counts.push(count);
    if (count.used > count.limit.quota) return { isOver: true, counts };
  }
  return { isOver: false, counts };
}

/** The use of a limit at every width of an address. */
export async function lookByAddress(
  rateLimits: RateLimits,
  limit: RateLimit,
  widths: readonly AddressWidth[],
  times = AS_WIDE,
): Promise<Count[]> {
  return Promise.all(widths.map((width) => rateLimits.look(ofWidth(limit, width, times), width.key)));
}

/** Those of which nothing is left. */
export function usedUp(counts: readonly Count[]): Count[] {
  return counts.filter(({ remaining }) => remaining === 0);
}

/** The limit of a range: under a name of its own where it is wider than the narrowest. */
export function ofWidth(limit: RateLimit, width: AddressWidth, times = AS_WIDE): RateLimit {
  if (width.times === 1) return limit;
  return { ...limit, name: `${limit.name}-${width.bits}`, quota: limit.quota * times(width) };
}
