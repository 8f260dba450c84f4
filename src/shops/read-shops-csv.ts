import type { LicenceState } from '../contract/lists.ts';
import { plainLine } from '../contract/plain-line.ts';
import { EMAIL, SUPPORT_NUMBER, VERSION } from '../contract/shapes.ts';
import { isPrivateHost, shopAddress } from '../policy/shop-address.ts';
import { parseCsv, type Row, type RowError } from './parse-csv.ts';

/** One licence of the vendor's export. */
export interface ShopRecord {
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

/** The columns that a file must have. */
export const SHOP_COLUMNS = [
  'supportNumber',
  'installUrl',
  'edition',
  'purchasedOn',
  'supportMonths',
  'boughtDirectly',
  'licenceState',
  'shopName',
  'contactEmail',
  'shopVersion',
] as const;

type Column = (typeof SHOP_COLUMNS)[number];
/** A column that a file may have besides: addresses with spaces between them. */
type Cells = Record<Column, string> & { panelUrls?: string };

/** Why a cell is invalid, or null. */
const CHECKS: Record<Column, (value: string) => string | null> = {
  supportNumber: (value) => (SUPPORT_NUMBER.test(value) ? null : 'to nie jest numer pomocy (4–32 litery, cyfry, „-”)'),
  installUrl: (value) => (shopAddress(value) ? null : 'to nie jest adres sklepu'),
  edition: (value) => (value ? null : 'brak wersji programu, np. STANDARD'),
  purchasedOn: (value) => (isDay(value) ? null : 'to nie jest data RRRR-MM-DD'),
  supportMonths: (value) =>
    /^([1-9]|[1-9]\d|1[01]\d|120)$/.test(value) ? null : 'liczba miesięcy musi być od 1 do 120',
  boughtDirectly: (value) => (/^(true|false)$/.test(value) ? null : 'musi być true albo false'),
  licenceState: (value) => (/^(valid|breached)$/.test(value) ? null : 'musi być valid albo breached'),
  shopName: (value) => (value ? null : 'brak nazwy sklepu'),
  contactEmail: (value) => (EMAIL.test(plainLine(value)) ? null : 'to nie jest adres e-mail'),
  shopVersion: (value) => (value === '' || VERSION.test(value) ? null : 'to nie jest wersja, np. 10.4.2'),
};

/**
 * Reads a file of licences.
 * @param allowPrivateHosts true accepts localhost, IP and `.local` too (the demo)
 * @returns all licences, or all errors of the file
 */
export function readShopsCsv(
  file: Uint8Array,
  allowPrivateHosts: boolean,
): { shops: ShopRecord[] } | { errors: RowError[] } {
  const { rows, errors: unreadable } = parseCsv(file, SHOP_COLUMNS);
  const wrong = rows.flatMap(({ cells, line }) => rowErrors(cells, line, allowPrivateHosts));
  const errors = [...unreadable, ...wrong, ...repeatedNumbers(rows)].toSorted((a, b) => a.line - b.line);
  return errors.length > 0 ? { errors } : { shops: rows.map(({ cells }) => toShop(cells)) };
}

function rowErrors(cells: Cells, line: number, allowPrivateHosts: boolean): RowError[] {
  const wrong = (column: string, reason: string, value: string) => ({ line, column, reason: `${reason}: „${value}”` });
  const addresses = [cells.installUrl, ...panelUrls(cells)].map((url, index) => ({
    column: index === 0 ? 'installUrl' : 'panelUrls',
    url,
    host: shopAddress(url)?.host,
  }));
  return [
    ...SHOP_COLUMNS.flatMap((column) => {
      const reason = CHECKS[column](cells[column]);
      return reason ? [wrong(column, reason, cells[column])] : [];
    }),
    ...addresses.flatMap(({ column, url, host }) => {
      if (host === undefined) return column === 'panelUrls' ? [wrong(column, 'to nie jest adres panelu', url)] : [];
      const isRefused = !allowPrivateHosts && isPrivateHost(host);
      return isRefused ? [wrong(column, 'taki adres zna tylko jeden komputer lub sieć (na próbę: --demo)', url)] : [];
    }),
  ];
}

function panelUrls(cells: Cells): string[] {
  return (cells.panelUrls ?? '').split(/\s+/).filter(Boolean);
}

function repeatedNumbers(records: readonly Row<Column>[]): RowError[] {
  const firstLines = new Map<string, number>();
  return records.flatMap(({ cells, line }) => {
    const first = firstLines.get(cells.supportNumber);
    if (first !== undefined) {
      return [
        { line, column: 'supportNumber', reason: `ten numer jest już w wierszu ${first}: „${cells.supportNumber}”` },
      ];
    }
    firstLines.set(cells.supportNumber, line);
    return [];
  });
}

function toShop(cells: Cells): ShopRecord {
  return {
    supportNumber: cells.supportNumber,
    installUrl: cells.installUrl,
    panelUrls: panelUrls(cells),
    edition: cells.edition,
    purchasedOn: cells.purchasedOn,
    supportMonths: Number(cells.supportMonths),
    boughtDirectly: cells.boughtDirectly === 'true',
    licenceState: cells.licenceState === 'breached' ? 'breached' : 'valid',
    shopName: cells.shopName,
    contactEmail: plainLine(cells.contactEmail),
    shopVersion: cells.shopVersion || null,
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
