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
];

type Cells = Record<string, string>;

let shops = 0;

/** A licence as the vendor's export writes it, with what the test wants otherwise; each call is another shop. */
export function aShopLine(otherwise: Cells = {}): Cells {
  shops += 1;
  return {
    supportNumber: `Numer${shops}`,
    installUrl: `https://sklep-${shops}.pl`,
    edition: 'PREMIUM',
    purchasedOn: '2026-09-14',
    supportMonths: '6',
    boughtDirectly: 'true',
    licenceState: 'valid',
    shopName: `Sklep ${shops}`,
    contactEmail: 'biuro@sklep.pl',
    shopVersion: '10.4.2',
    ...otherwise,
  };
}

/** A file of licences, byte by byte: one line of column names, then the shops. Cells are written as they are. */
export function aShopsFile(
  lines: readonly Cells[],
  { separator = ',', lineEnd = '\n', columns = SHOP_COLUMNS, before = '' } = {},
): Uint8Array {
  const rows = [columns, ...lines.map((cells) => columns.map((column) => cells[column] ?? ''))];
  return new TextEncoder().encode(before + rows.map((row) => row.join(separator) + lineEnd).join(''));
}
