import type { ShopStatus } from '../../src/contract/shops/shop-status.ts';
import type { Identity } from './ticket-entry.ts';

/** What the service last said of a shop, kept to be shown until it says it again. */
export interface LastAnswer extends Identity {
  status: ShopStatus;
  /** milliseconds since 1970 */
  at: number;
}
