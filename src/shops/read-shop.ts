import { type Coverage, type DeskShop, SECRETS_SHOWN, TICKETS_SHOWN } from '../contract/desk/read-shop.ts';
import { type Coverage as CoveredDays, coverageOf } from '../policy/entitlement.ts';
import { dayInWarsaw } from '../policy/warsaw.ts';
import { maybePublicInstant, toPublicInstant } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { currentVersion } from '../store/releases.ts';
import { newestShopSecrets } from '../store/shop-secrets.ts';
import { findShopOrNull } from '../store/shops.ts';
import { ticketsOfShop } from '../store/tickets.ts';
import { listAddresses } from './list-addresses.ts';
import { toLicence } from './recognise-shop.ts';
import { shopHistory } from './shop-history.ts';
import { toShopRow, toShopTerms } from './to-shop-row.ts';

/** Everything about a shop, with its last tickets; null when there is no such shop. */
export async function readShop(db: Store, id: number, now: Temporal.Instant): Promise<DeskShop | null> {
  const found = await findShopOrNull(db, id);
  if (!found) return null;
  const { shop, packages } = found;
  const licence = toLicence(shop, packages);
  const secrets = await newestShopSecrets(db, id, SECRETS_SHOWN);
  return {
    shop: {
      ...toShopRow(found, await currentVersion(db), dayInWarsaw(now)),
      purchasedOn: shop.purchased_on,
      supportMonths: shop.support_months,
      boughtDirectly: licence.boughtDirectly,
      terms: toShopTerms(shop),
      revision: shop.revision,
    },
    history: await shopHistory(db, id),
    tickets: (await ticketsOfShop(db, id, null, TICKETS_SHOWN)).map(({ number, subject, status, received_at }) => ({
      number,
      subject,
      status,
      receivedAt: toPublicInstant(Temporal.Instant.from(received_at)),
    })),
    coverage: licence.boughtDirectly ? coverageOf(licence).map(toCoverage) : [],
    addresses: await listAddresses(db, id, now),
    signature: shop.signature,
    secrets: secrets.map((secret) => ({
      kid: secret.id,
      madeAt: toPublicInstant(Temporal.Instant.from(secret.created_at)),
      revokedAt: maybePublicInstant(secret.revoked_at),
    })),
  };
}

/** Maps the coverage of a purchase to the contract. */
export function toCoverage({ purchasedOn, months, from, lastDay, counted }: CoveredDays): Coverage {
  return {
    purchasedOn: purchasedOn.toString(),
    months,
    from: from.toString(),
    lastDay: lastDay.toString(),
    counted: { start: counted.start.toString(), months: counted.months },
  };
}
