import type { ShopRow as ContractShopRow, ShopTerms } from '../contract/desk/shop-row.ts';
import { supportInText } from '../policy/entitlement.ts';
import { onlyTopics } from '../policy/scope.ts';
import { isBehind } from '../policy/version.ts';
import { maybePublicInstant } from '../store/instants.ts';
import type { PackageRow, ShopRow } from '../store/shops.ts';
import { supportOf } from './recognise-shop.ts';

/** Maps what rules need of a shop to the contract. */
export function toShopTerms(shop: ShopRow): ShopTerms {
  return {
    installedOn: shop.installed_on,
    individualTerms: shop.individual_terms,
    purchaseAccount: shop.purchase_account,
    seller: shop.seller,
    note: shop.note,
    endedAt: maybePublicInstant(shop.ended_at),
  };
}

/**
 * Maps a shop's rows to the contract: the only place that does.
 * @param current the current version of the program, if one was announced
 * @param today the day in Warsaw
 */
export function toShopRow(
  { shop, packages }: { shop: ShopRow; packages: readonly PackageRow[] },
  current: string | null,
  today: Temporal.PlainDate,
): ContractShopRow {
  const support = supportOf({ shop, packages }, today);
  const yours = shop.shop_version;
  const behind = yours && current ? isBehind(yours, current) : null;
  return {
    id: shop.id,
    name: shop.shop_name,
    supportNumber: shop.support_number,
    installUrl: shop.install_url,
    edition: shop.edition,
    contactEmail: shop.contact_email,
    support: supportInText(support),
    licence: shop.licence_state,
    version: yours && current && behind !== null ? { yours, current, behind } : null,
    onlyTopics: onlyTopics(support),
    soldBy: support.state === 'not-bought-directly' ? shop.seller : null,
  };
}
