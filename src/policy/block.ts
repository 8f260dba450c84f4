/**
 * How long a block may last, in days: long enough for the longest flood and for the police, and too short to be forgotten
 * with a shop behind it. Whoever needs more sets it anew.
 */
export const BLOCK_DAYS = 30;

/**
 * How wide a blocked range may be, as the least number of leading bits: what one provider has of a region (IPv4), and what
 * one provider has at all (IPv6). A wider one would keep half a country out.
 */
export const LEAST_PREFIX = { ipv4: 16, ipv6: 32 } as const;

/** Whether a block may end then: in the future, and at most `BLOCK_DAYS` days ahead. */
export function mayBlockUntil(until: Temporal.Instant, now: Temporal.Instant): boolean {
  const latest = now.add({ hours: BLOCK_DAYS * 24 });
  return Temporal.Instant.compare(until, now) > 0 && Temporal.Instant.compare(until, latest) <= 0;
}
