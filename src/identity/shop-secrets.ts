import type { StoreAndClock } from '../store/open.ts';
import { findShopOrNull } from '../store/shops.ts';
import { endShopSessions } from './end-shop-sessions.ts';
import { makeShopSecret, type ShopSecret } from './make-shop-secret.ts';
import { revokeShopSecret } from './revoke-shop-secret.ts';
import type { SecretKeys } from './seal.ts';

/**
 * Makes a secret for a shop that is named by its id.
 * @param actor the agent's id
 * @returns null when there is no such shop
 */
export async function makeSecretOfShop(
  { store, now, secretKeys }: StoreAndClock & { secretKeys: SecretKeys },
  shopId: number,
  actor: string,
): Promise<ShopSecret | null> {
  const found = await findShopOrNull(store, shopId);
  return found && makeShopSecret(store, secretKeys, found.shop.support_number, now(), actor);
}

/** Revokes a secret of a shop that is named by its id; false when it has no such secret that is valid. */
export async function revokeSecretOfShop(
  { store, now }: StoreAndClock,
  shopId: number,
  kid: string,
  actor: string,
): Promise<boolean> {
  const found = await findShopOrNull(store, shopId);
  return found !== null && revokeShopSecret(store, found.shop.support_number, kid, now(), actor);
}

/** Ends all sessions of a shop that is named by its id; returns how many, or null when there is no such shop. */
export async function endSessionsOfShop(
  { store, now }: StoreAndClock,
  shopId: number,
  actor: string,
): Promise<number | null> {
  const found = await findShopOrNull(store, shopId);
  return found && endShopSessions(store, found.shop.support_number, now(), actor);
}
