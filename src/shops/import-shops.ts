import { appendEvent } from '../events/append-event.ts';
import { shopAddress } from '../policy/shop-address.ts';
import { toInstantText } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import type { Store } from '../store/open.ts';
import { type AddressAt, addressesAt } from '../store/shop-addresses.ts';
import { listShops, type ShopRow } from '../store/shops.ts';
import { collides } from './address-refusal.ts';
import { vanishedShops } from './compare-shops.ts';
import { endShop } from './end-shop.ts';
import { ADDRESS_LOCK } from './move-shop.ts';
import type { ShopRecord } from './shop-record.ts';
import { writeShop } from './write-shop.ts';

/** An address of the file that another shop has. */
export interface TakenAddress {
  supportNumber: string;
  address: string;
  /** the support number of the shop that has it */
  by: string;
}

/**
 * Writes licences into the registry: all of them or none. A shop whose support number exists is updated: another address
 * becomes its current one, and panel addresses are added to those that it has.
 * @param options.endVanished ends every shop that the file does not name; otherwise they stay
 * @param options.dryRun writes nothing, and says whether it would
 * @returns the addresses because of which nothing was written, if any: one of a panel belongs to one shop
 */
export async function importShops(
  store: Store,
  shops: readonly ShopRecord[],
  now: Temporal.Instant,
  { endVanished = false, dryRun = false } = {},
): Promise<{ outcome: 'imported' } | { outcome: 'refused'; taken: TakenAddress[] }> {
  const at = toInstantText(now);
  return store.transaction().execute(async (transaction) => {
    await lock(transaction, ADDRESS_LOCK);
    const vanished = endVanished ? await vanishedFrom(transaction, shops) : [];
    const taken = await takenAddresses(transaction, shops, vanished, now);
    if (taken.length > 0) return { outcome: 'refused', taken };
    if (dryRun) return { outcome: 'imported' };
    for (const shop of vanished) await endShop(transaction, shop, 'operator', now);
    for (const shop of shops) await writeShop(transaction, shop, 'operator', now);
    await appendEvent(transaction, {
      at,
      actor: 'operator',
      action: 'shops.imported',
      details: { shops: shops.length },
    });
    return { outcome: 'imported' };
  });
}

async function vanishedFrom(db: Store, shops: readonly ShopRecord[]): Promise<ShopRow[]> {
  const held = (await listShops(db)).map(({ shop }) => shop);
  return vanishedShops(shops, held);
}

type Given = Omit<AddressAt, 'shopId'> & { address: string };

/**
 * What of the file's addresses collides with those of other shops: in the file, and in the registry as the file leaves
 * it. Two shops may have the same `shop` address, as the vendor's file says so: their numbers tell them apart.
 */
export async function takenAddresses(
  db: Store,
  shops: readonly ShopRecord[],
  leaving: readonly Pick<ShopRow, 'support_number'>[],
  now: Temporal.Instant,
): Promise<TakenAddress[]> {
  const given = shops.flatMap(givenAddresses);
  const numbers = new Set(shops.map(({ supportNumber }) => supportNumber));
  const hosts = [...new Set(given.map(({ host }) => host))];
  const held: Omit<AddressAt, 'shopId'>[] = [];
  for (let start = 0; start < hosts.length; start += HOSTS_AT_ONCE) {
    held.push(...(await addressesAt(db, hosts.slice(start, start + HOSTS_AT_ONCE), toInstantText(now))));
  }
  const ended = new Set(leaving.map(({ support_number }) => support_number));
  const staying = held.filter(
    ({ kind, supportNumber }) => !ended.has(supportNumber) && (kind === 'panel' || !numbers.has(supportNumber)),
  );
  const byHost = Map.groupBy([...staying, ...given], ({ host }) => host);
  return given.flatMap((one) => {
    const other = byHost
      .get(one.host)
      ?.find(
        (other) =>
          other.supportNumber !== one.supportNumber &&
          (one.kind === 'panel' || other.kind === 'panel') &&
          collides(one, other),
      );
    return other ? [{ supportNumber: one.supportNumber, address: one.address, by: other.supportNumber }] : [];
  });
}

/** Well below the most parameters that a query may have. */
const HOSTS_AT_ONCE = 500;

function givenAddresses({ supportNumber, installUrl, panelUrls }: ShopRecord): Given[] {
  const given = [{ kind: 'shop', address: installUrl } as const, ...panelUrls.map(asPanel)];
  return given.flatMap(({ kind, address }) => {
    const read = shopAddress(address);
    return read ? [{ ...read, kind, address, supportNumber }] : [];
  });
}

function asPanel(address: string) {
  return { kind: 'panel', address } as const;
}
