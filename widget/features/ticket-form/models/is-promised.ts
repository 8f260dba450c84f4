import type { ShopStatus } from '../../../../src/contract/shops/shop-status.ts';

/** Whether a reply is promised on a topic; while none is chosen, whether it is on every one. Said only where it is known. */
export function isPromised(status: ShopStatus | undefined, topic: string): boolean {
  const meant = status?.topics.filter(({ id }) => !topic || id === topic) ?? [];
  return meant.length > 0 && meant.every(({ promised }) => promised);
}
