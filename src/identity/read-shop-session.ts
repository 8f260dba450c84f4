import type { Store } from '../store/open.ts';

/** The shop whose session this is. */
export async function readShopSession(
  _db: Store,
  _bearer: string,
  _now: Temporal.Instant,
): Promise<{ shopId: number } | null> {
  return null;
}
