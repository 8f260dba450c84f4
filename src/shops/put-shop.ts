import type { ShopFact } from '../contract/lists.ts';
import type { FieldError, ProblemCode } from '../contract/problem.ts';
import type { PutShopRequest } from '../contract/registry/registry-requests.ts';
import type { RegistryShop } from '../contract/registry/registry-shop.ts';
import { appendEvent } from '../events/append-event.ts';
import { isPrivateAddress, shopAddress } from '../policy/shop-address.ts';
import { dayInWarsaw } from '../policy/warsaw.ts';
import { toInstantText } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { addressesAt } from '../store/shop-addresses.ts';
import { findShopByNumber, type ShopRow } from '../store/shops.ts';
import { takenAddresses } from './import-shops.ts';
import { ADDRESS_LOCK } from './move-shop.ts';
import { readRegistryShop } from './read-registry-shop.ts';
import { type RegistryWarning, registryWarnings } from './registry-warnings.ts';
import { type ShopRecord, wrongFields } from './shop-record.ts';
import { writeShop } from './write-shop.ts';

/** Why another system's word of a shop is not taken. */
export interface RecordRefused {
  outcome: 'refused';
  code: Extract<ProblemCode, 'invalid-request' | 'address-taken'>;
  errors: FieldError[];
}

/** What putting a shop did. */
export interface PutShop {
  outcome: 'put';
  isNew: boolean;
  shop: RegistryShop;
  changed: ShopFact[];
  warnings: RegistryWarning[];
}

/**
 * Adds a shop to the registry or brings it up to date, as another system tells it: by the rules of an import, at once, and
 * with the same outcome when it is told again.
 * @param actor the id of the system's key
 */
export async function putShop(
  { store, now: clock }: StoreAndClock,
  supportNumber: string,
  told: PutShopRequest,
  actor: string,
): Promise<PutShop | RecordRefused> {
  const now = clock();
  return store.transaction().execute(async (transaction) => {
    await lock(transaction, ADDRESS_LOCK);
    const held = await findShopByNumber(transaction, supportNumber);
    const record = toWholeRecord(supportNumber, told, held);
    const wrong = wrongFields(record, held !== null && isPrivateAddress(held.install_url));
    if (wrong.length > 0) {
      const errors = wrong.map(({ field, reason, isPrivate }) => ({
        path: field,
        code: isPrivate ? ('not-allowed' as const) : ('wrong-format' as const),
        text: reason,
      }));
      return { outcome: 'refused', code: 'invalid-request', errors };
    }
    const taken = await takenAddresses(transaction, [record], [], now);
    if (taken.length > 0) {
      const errors = taken.map(({ address, by }) => ({
        path: address === record.installUrl ? 'installUrl' : 'panelUrls',
        code: 'not-allowed' as const,
        text: `adres „${address}” ma już sklep ${by}`,
      }));
      return { outcome: 'refused', code: 'address-taken', errors };
    }
    const warnings = await warningsOf(transaction, record, now);
    const written = await writeShop(transaction, record, actor, now);
    const fields = written.changes.map(({ field }) => field);
    const about = { at: toInstantText(now), actor };
    const shopId = written.shop.id;
    if (written.isNew) await appendEvent(transaction, { ...about, action: 'shop.added', details: { shopId } });
    else if (fields.length > 0 || written.isBack || written.panelUrls.length > 0) {
      await appendEvent(transaction, { ...about, action: 'shop.changed', details: { shopId, fields } });
    }
    const shop = await readRegistryShop(transaction, supportNumber, now);
    if (!shop) throw new Error('The shop was written, and is not there');
    return { outcome: 'put', isNew: written.isNew, shop, changed: fields, warnings };
  });
}

/** What is told, with what is left out as it stands. */
function toWholeRecord(supportNumber: string, told: PutShopRequest, held: ShopRow | null): ShopRecord {
  const { panelUrls = [], boughtDirectly, licenceState, shopVersion, ...facts } = told;
  return {
    ...facts,
    supportNumber,
    panelUrls,
    boughtDirectly: boughtDirectly ?? held?.bought_directly !== 0,
    licenceState: licenceState ?? held?.licence_state ?? 'valid',
    shopVersion: shopVersion === undefined ? (held?.shop_version ?? null) : shopVersion,
  };
}

async function warningsOf(db: Store, record: ShopRecord, now: Temporal.Instant): Promise<RegistryWarning[]> {
  const host = shopAddress(record.installUrl)?.host;
  const there = host === undefined ? [] : await addressesAt(db, [host], toInstantText(now));
  const staying = there.filter(({ kind, supportNumber }) => kind === 'shop' && supportNumber !== record.supportNumber);
  return registryWarnings([record], staying, dayInWarsaw(now));
}
