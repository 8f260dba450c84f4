import type { FieldError, ProblemCode } from '../contract/problem.ts';
import type { AddRegistryPackageRequest } from '../contract/registry/registry-requests.ts';
import type { RegistryShop } from '../contract/registry/registry-shop.ts';
import { dayInWarsaw } from '../policy/warsaw.ts';
import { lock } from '../store/lock.ts';
import type { StoreAndClock } from '../store/open.ts';
import { findPackageByKey, findShopByNumber } from '../store/shops.ts';
import { addPackage } from './add-package.ts';
import { packageKey, readRegistryShop } from './read-registry-shop.ts';
import { futurePurchase, type RegistryWarning } from './registry-warnings.ts';

/** Why a package of another system is not taken. */
export interface PackageNotTaken {
  outcome: 'refused';
  code: Extract<
    ProblemCode,
    'not-found' | 'conflict' | 'not-bought-directly' | 'invalid-request' | 'idempotency-key-reused'
  >;
  errors?: FieldError[];
}

/**
 * Adds an extension package (R4), once for each id that the other system gives its purchases: the same again changes
 * nothing, and the same id for something else is refused. Whose support begins with a purchase that is still to come
 * waits for that day.
 * @param actor the id of the system's key
 */
export async function addRegistryPackage(
  { store, now: clock }: StoreAndClock,
  supportNumber: string,
  { id, months, purchasedOn: told }: AddRegistryPackageRequest,
  actor: string,
): Promise<{ outcome: 'added' | 'there'; shop: RegistryShop; warnings: RegistryWarning[] } | PackageNotTaken> {
  const now = clock();
  const today = dayInWarsaw(now);
  return store.transaction().execute(async (transaction) => {
    const requestKey = packageKey(id);
    await lock(transaction, `package:${requestKey}`);
    const shop = await findShopByNumber(transaction, supportNumber);
    if (!shop) return { outcome: 'refused', code: 'not-found' };
    const earlier = await findPackageByKey(transaction, requestKey);
    if (earlier) {
      // Told again without its day, it is the one that it was.
      const isSame =
        earlier.shop_id === shop.id &&
        earlier.months === months &&
        (told ?? earlier.purchased_on) === earlier.purchased_on;
      if (!isSame) return { outcome: 'refused', code: 'idempotency-key-reused' };
    } else {
      if (shop.ended_at !== null) return { outcome: 'refused', code: 'conflict' };
      if (shop.bought_directly === 0) return { outcome: 'refused', code: 'not-bought-directly' };
      const purchasedOn = told === undefined ? today : Temporal.PlainDate.from(told);
      if (Temporal.PlainDate.compare(purchasedOn, shop.purchased_on) < 0) {
        const text = 'pakiet nie może być kupiony przed licencją';
        return {
          outcome: 'refused',
          code: 'invalid-request',
          errors: [{ path: 'purchasedOn', code: 'not-allowed', text }],
        };
      }
      await addPackage(transaction, { supportNumber, months, purchasedOn }, now, { actor, requestKey });
    }
    const read = await readRegistryShop(transaction, supportNumber, now);
    if (!read) throw new Error('The shop of the package is not there');
    const bought = earlier?.purchased_on ?? told ?? today.toString();
    return {
      outcome: earlier ? 'there' : 'added',
      shop: read,
      warnings: futurePurchase(supportNumber, bought, today),
    };
  });
}
