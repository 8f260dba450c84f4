import { ageOf } from '../../../../browser/age.ts';
import type { ShopStatus } from '../../../../src/contract/shops/shop-status.ts';
import type { ShopModel } from './shop-model.ts';

/** How long what the service said is valid for "open now", in milliseconds. */
const FRESH_MS = 3_600_000;

/** Whether the office is open now; undefined while nobody knows: only the service has its days off. */
export function freshOpening(shop: ShopModel): ShopStatus['opening'] | undefined {
  const { last, isFresh } = shop.statusState.value;
  return last && isFresh && (ageOf(last.at, Date.now()) ?? FRESH_MS) < FRESH_MS ? last.status.opening : undefined;
}
