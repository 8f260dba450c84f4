import { shopAddress } from '../policy/shop-address.ts';
import type { ShopRecord } from './shop-record.ts';

/** Something in a record that may be right, and seldom is. */
export type RegistryWarning = { supportNumber: string } & (
  | { code: 'future-purchase'; purchasedOn: string }
  | { code: 'odd-months'; months: number }
  | { code: 'same-domain'; host: string; others: readonly string[] }
);

/** The months of support that the vendor's editions come with (R2). */
const USUAL_MONTHS = [3, 6];

/**
 * What to look at in records before they are believed: a purchase that is still to come (support begins only then), months
 * that no edition has (R2), and licences on one domain (C5: one package, one domain).
 * @param staying the hosts of other shops that the registry keeps
 * @param today the day in Warsaw
 */
export function registryWarnings(
  records: readonly ShopRecord[],
  staying: readonly { supportNumber: string; host: string }[],
  today: Temporal.PlainDate,
): RegistryWarning[] {
  const given = records.flatMap(({ supportNumber, installUrl }) => {
    const host = shopAddress(installUrl)?.host;
    return host === undefined ? [] : [{ supportNumber, host }];
  });
  const byHost = Map.groupBy([...given, ...staying], ({ host }) => host);
  return records.flatMap(({ supportNumber, purchasedOn, supportMonths, installUrl }): RegistryWarning[] => {
    const host = shopAddress(installUrl)?.host ?? '';
    const others = (byHost.get(host) ?? [])
      .map((one) => one.supportNumber)
      .filter((number) => number !== supportNumber);
    return [
      ...futurePurchase(supportNumber, purchasedOn, today),
      ...(USUAL_MONTHS.includes(supportMonths)
        ? []
        : [{ supportNumber, code: 'odd-months', months: supportMonths } as const]),
      ...(others.length > 0 ? [{ supportNumber, code: 'same-domain', host, others } as const] : []),
    ];
  });
}

/** Whether a purchase is still to come: nothing that it pays for is active until then. */
export function futurePurchase(
  supportNumber: string,
  purchasedOn: string,
  today: Temporal.PlainDate,
): RegistryWarning[] {
  const isFuture = Temporal.PlainDate.compare(purchasedOn, today) > 0;
  return isFuture ? [{ supportNumber, code: 'future-purchase', purchasedOn }] : [];
}

/** A warning in Polish. */
export function warningInWords(warning: RegistryWarning): string {
  switch (warning.code) {
    case 'future-purchase':
      return `dzień zakupu ${warning.purchasedOn} jeszcze nie nadszedł, pomoc zacznie się dopiero wtedy`;
    case 'odd-months':
      return `liczba miesięcy to ${warning.months}, a zwykle jest 3 albo 6`;
    case 'same-domain':
      return `domenę ${warning.host} ma też ${warning.others.join(', ')}: jedna licencja to jedna domena (C5)`;
  }
}
