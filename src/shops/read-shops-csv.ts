import { SHOP_TERMS } from '../contract/lists.ts';
import { plainLine } from '../contract/plain-line.ts';
import { parseCsv, type Row, type RowError } from './parse-csv.ts';
import { type ShopRecord, wrongFields } from './shop-record.ts';

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

/** The columns that it may have besides; an empty cell there changes nothing, as the one who exports may know less than we do. */
export const MORE_COLUMNS = ['panelUrls', ...SHOP_TERMS] as const;

type Column = (typeof SHOP_COLUMNS)[number];
type Cells = Record<Column, string> & Partial<Record<(typeof MORE_COLUMNS)[number], string>>;

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
  // Cells are compared as they stand, before a number or a yes is made of them.
  const record = { ...toShop(cells), supportMonths: cells.supportMonths };
  const boughtDirectly = /^(true|false)$/.test(cells.boughtDirectly) ? record.boughtDirectly : cells.boughtDirectly;
  const values = { ...record, boughtDirectly, licenceState: cells.licenceState, contactEmail: cells.contactEmail };
  return wrongFields(values, allowPrivateHosts).map(({ field, reason, value, isPrivate }) => ({
    line,
    column: field,
    reason: `${reason}${isPrivate ? ' (na próbę: --demo)' : ''}: „${value}”`,
  }));
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
  const told = SHOP_TERMS.filter((fact) => cells[fact]);
  return {
    supportNumber: cells.supportNumber,
    installUrl: cells.installUrl,
    panelUrls: (cells.panelUrls ?? '').split(/\s+/).filter(Boolean),
    edition: cells.edition,
    purchasedOn: cells.purchasedOn,
    supportMonths: Number(cells.supportMonths),
    boughtDirectly: cells.boughtDirectly === 'true',
    licenceState: cells.licenceState === 'breached' ? 'breached' : 'valid',
    shopName: cells.shopName,
    contactEmail: plainLine(cells.contactEmail),
    shopVersion: cells.shopVersion || null,
    ...Object.fromEntries(told.map((fact) => [fact, cells[fact]])),
  };
}
