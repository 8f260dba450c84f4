import type { ShopStatus } from '../../src/contract/shops/shop-status.ts';
import type { Identity } from './ticket-entry.ts';

/** The last status of a shop, stored to be shown until the next response. */
export interface LastAnswer extends Identity {
  status: ShopStatus;
  /** milliseconds since 1970 */
  at: number;
}
