import { LICENCE_STATES, type LicenceState, SHOP_FACTS, type ShopFact } from '../contract/lists.ts';
import { plainLine } from '../contract/plain-line.ts';
import { EMAIL, SUPPORT_NUMBER, VERSION } from '../contract/shapes.ts';
import { FACT_LENGTHS } from '../contract/shops/fact-lengths.ts';
import { isPrivateHost, shopAddress } from '../policy/shop-address.ts';
import type { ShopRow } from '../store/shops.ts';

/** The facts of a shop that only its agents may know of: whoever tells us of a shop may leave them out. */
export interface OptionalFacts {
  /** the day on which the one installation was done that support covers (C1) */
  installedOn: string | null;
  /** what was agreed before the purchase (N5) */
  individualTerms: string | null;
  /** the account that bought it (C3) */
  purchaseAccount: string | null;
  /** who sold it, where we did not (R3) */
  seller: string | null;
  note: string | null;
}

/** Those that are told; one that is missing stays as it is. */
export type ToldFacts = { [Fact in keyof OptionalFacts]?: OptionalFacts[Fact] | undefined };

/** One licence as a file or another system tells of it. */
export interface ShopRecord extends ToldFacts {
  supportNumber: string;
  installUrl: string;
  /** addresses where only its panel is, to be added to those it has */
  panelUrls: string[];
  edition: string;
  purchasedOn: string;
  supportMonths: number;
  boughtDirectly: boolean;
  licenceState: LicenceState;
  shopName: string;
  contactEmail: string;
  shopVersion: string | null;
}

type Field = ShopFact | 'supportNumber' | 'panelUrls';

/** An invalid field of a record, in Polish, for the person who made it. */
export interface WrongField {
  field: Field;
  reason: string;
  value: string;
  /** whether the value would be a good one on a machine of one's own */
  isPrivate: boolean;
}

/** Why a value is invalid, or null. */
const CHECKS: Record<Exclude<Field, 'panelUrls'>, (value: unknown) => string | null> = {
  supportNumber: (value) =>
    SUPPORT_NUMBER.test(`${value}`) ? null : 'to nie jest numer pomocy (4–32 litery, cyfry, „-”)',
  installUrl: (value) => (shopAddress(`${value}`) ? null : 'to nie jest adres sklepu'),
  edition: (value) => (value ? tooLong(value, FACT_LENGTHS.edition) : 'brak wersji programu, np. STANDARD'),
  purchasedOn: (value) => (isDay(`${value}`) ? null : 'to nie jest data RRRR-MM-DD'),
  supportMonths: (value) =>
    /^([1-9]|[1-9]\d|1[01]\d|120)$/.test(`${value}`) ? null : 'liczba miesięcy musi być od 1 do 120',
  boughtDirectly: (value) => (typeof value === 'boolean' ? null : 'musi być true albo false'),
  licenceState: (value) => (LICENCE_STATES.some((state) => state === value) ? null : 'musi być valid albo breached'),
  shopName: (value) => (value ? tooLong(value, FACT_LENGTHS.shopName) : 'brak nazwy sklepu'),
  contactEmail: (value) => (EMAIL.test(plainLine(`${value}`)) ? null : 'to nie jest adres e-mail'),
  shopVersion: (value) => (value === null || VERSION.test(`${value}`) ? null : 'to nie jest wersja, np. 10.4.2'),
  installedOn: (value) => (value === null || isDay(`${value}`) ? null : 'to nie jest data RRRR-MM-DD'),
  individualTerms: (value) => tooLong(value, FACT_LENGTHS.individualTerms),
  purchaseAccount: (value) => tooLong(value, FACT_LENGTHS.purchaseAccount),
  seller: (value) => tooLong(value, FACT_LENGTHS.seller),
  note: (value) => tooLong(value, FACT_LENGTHS.note),
};

/** What of a record is invalid: the only place that says so, in files and in requests. @param record with values of any type */
export function wrongFields(
  record: Partial<Record<Field, unknown>> & { panelUrls: readonly string[] },
  allowPrivateHosts: boolean,
): WrongField[] {
  const wrong = (field: Field, reason: string, value: unknown, isPrivate = false) => ({
    field,
    reason,
    value: `${value ?? ''}`,
    isPrivate,
  });
  const facts = (['supportNumber', ...SHOP_FACTS] as const).flatMap((field) => {
    const value = record[field];
    const reason = value === undefined ? null : CHECKS[field](value);
    return reason ? [wrong(field, reason, value)] : [];
  });
  const addresses = [
    { field: 'installUrl' as const, url: `${record.installUrl}` },
    ...record.panelUrls.map((url) => ({ field: 'panelUrls' as const, url })),
  ].flatMap(({ field, url }) => {
    const host = shopAddress(url)?.host;
    if (host === undefined) return field === 'panelUrls' ? [wrong(field, 'to nie jest adres panelu', url)] : [];
    const isRefused = !allowPrivateHosts && isPrivateHost(host);
    return isRefused ? [wrong(field, 'taki adres zna tylko jeden komputer lub sieć', url, true)] : [];
  });
  return [...facts, ...addresses];
}

/** The facts that a record tells, by their names; those it leaves out are missing. */
export function factsOf(
  record: Omit<ShopRecord, 'supportNumber' | 'panelUrls'>,
): Partial<Record<ShopFact, string | null>> {
  const told: Partial<Record<ShopFact, string | null>> = {};
  for (const fact of SHOP_FACTS) {
    const value = record[fact];
    if (value !== undefined) told[fact] = value === null ? null : `${value}`;
  }
  return told;
}

/** A shop of the registry as a record. */
export function toRecord(shop: ShopRow): ShopRecord & OptionalFacts {
  return {
    supportNumber: shop.support_number,
    installUrl: shop.install_url,
    panelUrls: [],
    edition: shop.edition,
    purchasedOn: shop.purchased_on,
    supportMonths: shop.support_months,
    boughtDirectly: shop.bought_directly === 1,
    licenceState: shop.licence_state,
    shopName: shop.shop_name,
    contactEmail: shop.contact_email,
    shopVersion: shop.shop_version,
    installedOn: shop.installed_on,
    individualTerms: shop.individual_terms,
    purchaseAccount: shop.purchase_account,
    seller: shop.seller,
    note: shop.note,
  };
}

/** A change of one fact, as people read it. */
export interface FactChange {
  field: ShopFact;
  before: string | null;
  after: string | null;
}

/** What a record changes in a shop, fact by fact. */
export function factChanges(shop: ShopRow, record: Parameters<typeof factsOf>[0]): FactChange[] {
  const before = factsOf(toRecord(shop));
  return SHOP_FACTS.flatMap((field) => {
    const after = factsOf(record)[field];
    const was = before[field] ?? null;
    return after === undefined || after === was ? [] : [{ field, before: was, after }];
  });
}

/** The columns of a record's facts; those it leaves out are missing. */
export function toColumns(record: ShopRecord) {
  return {
    support_number: record.supportNumber,
    install_url: record.installUrl,
    edition: record.edition,
    purchased_on: record.purchasedOn,
    support_months: record.supportMonths,
    bought_directly: record.boughtDirectly ? 1 : 0,
    licence_state: record.licenceState,
    shop_name: record.shopName,
    contact_email: record.contactEmail,
    shop_version: record.shopVersion,
    ...optionalColumns(record),
  } as const;
}

/** The columns of the optional facts that are told. */
function optionalColumns(facts: ToldFacts) {
  return {
    ...(facts.installedOn !== undefined && { installed_on: facts.installedOn }),
    ...(facts.individualTerms !== undefined && { individual_terms: facts.individualTerms }),
    ...(facts.purchaseAccount !== undefined && { purchase_account: facts.purchaseAccount }),
    ...(facts.seller !== undefined && { seller: facts.seller }),
    ...(facts.note !== undefined && { note: facts.note }),
  };
}

/** A real calendar day: 2026-02-30 is none. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  try {
    Temporal.PlainDate.from(value, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

function tooLong(value: unknown, most: number): string | null {
  return `${value ?? ''}`.length > most ? `najwyżej ${most} znaków` : null;
}
