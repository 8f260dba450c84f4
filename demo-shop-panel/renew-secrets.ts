import { makeShopSecret, type ShopSecret } from '../src/identity/make-shop-secret.ts';
import { revokeShopSecret } from '../src/identity/revoke-shop-secret.ts';
import type { SecretKeys } from '../src/identity/seal.ts';
import type { Store } from '../src/store/open.ts';
import { listShopSecrets } from '../src/store/shop-secrets.ts';
import { listShops } from '../src/store/shops.ts';

/** A demo shop with the secret its panel signs with. */
export interface SigningShop extends ShopSecret {
  supportNumber: string;
  installUrl: string;
}

/** Gives every shop of the demo a new secret, known to this process alone, and revokes those of earlier starts. */
export async function renewSecrets(store: Store, keys: SecretKeys, now: Temporal.Instant): Promise<SigningShop[]> {
  const signing: SigningShop[] = [];
  for (const { shop } of await listShops(store)) {
    for (const { id, revoked_at } of await listShopSecrets(store, shop.id)) {
      if (!revoked_at) await revokeShopSecret(store, shop.support_number, id, now);
    }
    const made = await makeShopSecret(store, keys, shop.support_number, now);
    if (made) signing.push({ ...made, supportNumber: shop.support_number, installUrl: shop.install_url });
  }
  return signing;
}
