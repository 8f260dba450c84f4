import type { PackagePreview } from '../contract/desk/change-shop.ts';
import type { FieldError, ProblemCode } from '../contract/problem.ts';
import { coverageOf } from '../policy/entitlement.ts';
import { dayInWarsaw } from '../policy/warsaw.ts';
import { lock } from '../store/lock.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { findPackageByKey, findShopOrNull } from '../store/shops.ts';
import { addPackage } from './add-package.ts';
import { toCoverage } from './read-shop.ts';
import { toLicence } from './recognise-shop.ts';

/** A package as an agent enters it. */
export interface NamedPackage {
  shop: number;
  months: number;
  /** a day such as `2026-11-22` */
  purchasedOn: string;
}

/** Why a package is refused. */
export interface PackageRefused {
  outcome: 'refused';
  code: Extract<ProblemCode, 'not-found' | 'not-bought-directly' | 'invalid-request' | 'idempotency-key-reused'>;
  errors?: FieldError[];
}

/** What a package would cover (R4), or why it cannot be added. */
export async function previewPackage(
  db: Store,
  { shop: id, months, purchasedOn }: NamedPackage,
  now: Temporal.Instant,
): Promise<({ outcome: 'covers' } & PackagePreview) | PackageRefused> {
  const found = await findShopOrNull(db, id);
  if (!found) return { outcome: 'refused', code: 'not-found' };
  const licence = toLicence(found.shop, found.packages);
  if (!licence.boughtDirectly) return { outcome: 'refused', code: 'not-bought-directly' };
  const bought = { purchasedOn: Temporal.PlainDate.from(purchasedOn), months };
  const isPossible =
    Temporal.PlainDate.compare(bought.purchasedOn, dayInWarsaw(now)) <= 0 &&
    Temporal.PlainDate.compare(bought.purchasedOn, licence.purchasedOn) >= 0;
  if (!isPossible) {
    return { outcome: 'refused', code: 'invalid-request', errors: [{ path: 'purchasedOn', code: 'not-allowed' }] };
  }
  const before = coverageOf(licence);
  const after = coverageOf({ ...licence, packages: [...licence.packages, bought] });
  // Of packages of one day the new one comes last, as in the list.
  const place = after.findLastIndex((one) => one.purchasedOn.equals(bought.purchasedOn) && one.months === months);
  return {
    outcome: 'covers',
    covers: toCoverage(after[place] ?? after[0]),
    lastDayBefore: (before.at(-1) ?? before[0]).lastDay.toString(),
    lastDay: (after.at(-1) ?? after[0]).lastDay.toString(),
  };
}

/**
 * Adds an extension package to a shop (R4), once per idempotency key.
 * @param requestKey the request's idempotency key
 * @returns the new last covered day
 */
export async function addShopPackage(
  { store, now }: StoreAndClock,
  named: NamedPackage,
  { actor, requestKey }: { actor: string; requestKey: string },
): Promise<{ outcome: 'added'; lastDay: string } | PackageRefused> {
  const key = `${actor} ${requestKey}`;
  return store.transaction().execute(async (transaction) => {
    await lock(transaction, `package:${key}`);
    const earlier = await findPackageByKey(transaction, key);
    if (earlier) return repeated(transaction, named, earlier);
    const preview = await previewPackage(transaction, named, now());
    if (preview.outcome === 'refused') return preview;
    const found = await findShopOrNull(transaction, named.shop);
    const bought = {
      supportNumber: found?.shop.support_number ?? '',
      months: named.months,
      purchasedOn: Temporal.PlainDate.from(named.purchasedOn),
    };
    await addPackage(transaction, bought, now(), { actor, requestKey: key });
    return { outcome: 'added', lastDay: preview.lastDay };
  });
}

async function repeated(
  transaction: Store,
  named: NamedPackage,
  earlier: { shop_id: number; months: number; purchased_on: string },
): Promise<{ outcome: 'added'; lastDay: string } | PackageRefused> {
  const isSame =
    earlier.shop_id === named.shop && earlier.months === named.months && earlier.purchased_on === named.purchasedOn;
  const found = await findShopOrNull(transaction, named.shop);
  if (!isSame || !found) return { outcome: 'refused', code: 'idempotency-key-reused' };
  const covered = coverageOf(toLicence(found.shop, found.packages));
  return { outcome: 'added', lastDay: (covered.at(-1) ?? covered[0]).lastDay.toString() };
}
