import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { RowError } from '../../src/shops/parse-csv.ts';
import { readShopsCsv } from '../../src/shops/read-shops-csv.ts';
import type { ShopRecord } from '../../src/shops/shop-record.ts';
import { aShopLine, aShopsFile, SHOP_COLUMNS } from '../support/a-shops-file.ts';
import { SHOPS_CSV } from '../support/service.ts';

function shopsOf(file: Uint8Array, allowPrivateHosts = false): ShopRecord[] {
  const read = readShopsCsv(file, allowPrivateHosts);
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  return read.shops;
}

function errorsOf(file: Uint8Array, allowPrivateHosts = false): RowError[] {
  const read = readShopsCsv(file, allowPrivateHosts);
  return 'errors' in read ? read.errors : [];
}

/** Where the errors are, without their words. */
function placesOf(file: Uint8Array): [number, string][] {
  return errorsOf(file).map(({ line, column }) => [line, column]);
}

describe('a sound file', () => {
  test('gives each licence with its values as the rules need them', () => {
    const [zuraw] = shopsOf(readFileSync(SHOPS_CSV));
    expect(zuraw).toEqual({
      supportNumber: '7KcWt9Ru',
      installUrl: 'https://www.ksiegarnia-zuraw.pl',
      panelUrls: [],
      edition: 'PREMIUM',
      purchasedOn: '2026-09-14',
      supportMonths: 6,
      boughtDirectly: true,
      licenceState: 'valid',
      shopName: 'Księgarnia Żuraw',
      contactEmail: 'biuro@ksiegarnia-zuraw.pl',
      shopVersion: '10.4.2',
    });
  });

  test('has e-mail addresses without what cannot be seen, which would make them others', () => {
    const [shop] = shopsOf(aShopsFile([aShopLine({ contactEmail: 'biuro\u200b@sklep.pl' })]));
    expect(shop?.contactEmail).toBe('biuro@sklep.pl');
  });

  test('may have its columns in any order, and columns that are not ours', () => {
    const shop = aShopLine({ uwagi: 'stały klient' });
    const columns = ['uwagi', ...SHOP_COLUMNS.toReversed()];
    expect(shopsOf(aShopsFile([shop], { columns }))).toEqual(shopsOf(aShopsFile([shop])));
  });

  test.each([
    ['semicolons between cells', { separator: ';' }],
    ['a byte order mark', { before: '\ufeff' }],
    ['line ends of Windows', { lineEnd: '\r\n' }],
    ['all that at once, as a spreadsheet saves it', { separator: ';', before: '\ufeff', lineEnd: '\r\n' }],
    ['empty lines', { lineEnd: '\n\n' }],
    ['a first line that tells Excel of semicolons', { separator: ';', before: 'sep=;\n' }],
    ['the same as Excel for Windows saves it', { separator: ';', before: '\ufeffsep=;\r\n', lineEnd: '\r\n' }],
    ['a first line that tells of commas', { before: 'sep=,\n' }],
    ['one that tells of tabs', { separator: '\t', before: 'SEP=\t\n' }],
    ['one whose row a spreadsheet filled up', { separator: ';', before: '"sep=;";;;;;;;;;\n' }],
  ])('may have %s', (_, writtenLike) => {
    const lines = [aShopLine({ shopName: 'Żółta Łódka' }), aShopLine()];
    expect(shopsOf(aShopsFile(lines, writtenLike))).toEqual(shopsOf(aShopsFile(lines)));
  });

  test('may leave the version out, which is then unknown', () => {
    expect(shopsOf(aShopsFile([aShopLine({ shopVersion: '' })]))[0]?.shopVersion).toBeNull();
  });

  test('may quote a cell that holds the separator, a quote or a line break', () => {
    const [shop] = shopsOf(aShopsFile([aShopLine({ shopName: '"Kowalski, ""Nowak""\ni Syn"' })]));
    expect(shop?.shopName).toBe('Kowalski, "Nowak"\ni Syn');
  });

  // Both separators are taken at once, so a comma inside a cell splits it. Reported.
  test("of semicolons may have a comma in a shop's name, as spreadsheets leave it unquoted", () => {
    const [shop] = shopsOf(aShopsFile([aShopLine({ shopName: 'Kowalski, Nowak' })], { separator: ';' }));
    expect(shop?.shopName).toBe('Kowalski, Nowak');
  });
});

describe('a bad cell is named with its line, its column and the reason', () => {
  test.each([
    ['supportNumber', '7Kc', 'numer pomocy'],
    ['supportNumber', '7KcW t9Ru', 'numer pomocy'],
    ['supportNumber', '', 'numer pomocy'],
    ['installUrl', 'biuro@sklep.pl', 'adres sklepu'],
    ['installUrl', 'ftp://sklep.pl', 'adres sklepu'],
    ['edition', '', 'wersji programu'],
    ['purchasedOn', '2026-02-30', 'RRRR-MM-DD'],
    ['purchasedOn', '14.09.2026', 'RRRR-MM-DD'],
    ['purchasedOn', '2026-13-01', 'RRRR-MM-DD'],
    ['supportMonths', '0', 'od 1 do 120'],
    ['supportMonths', '121', 'od 1 do 120'],
    ['supportMonths', '6.5', 'od 1 do 120'],
    ['boughtDirectly', 'TAK', 'true albo false'],
    ['licenceState', 'ważna', 'valid albo breached'],
    ['shopName', '', 'nazwy sklepu'],
    ['contactEmail', 'biuro@sklep', 'e-mail'],
    ['shopVersion', 'v10', 'wersja'],
  ])('%s "%s"', (column, value, reason) => {
    const file = aShopsFile([aShopLine(), aShopLine({ [column]: value }), aShopLine()]);
    const errors = errorsOf(file);
    expect(errors.map((error) => [error.line, error.column])).toEqual([[3, column]]);
    expect(errors[0]?.reason).toContain(reason);
    expect(errors[0]?.reason).toContain(`„${value}”`);
  });

  test('every bad cell of every row, in the order of the file', () => {
    const lines = [
      aShopLine({ edition: '', supportMonths: 'x' }),
      aShopLine(),
      aShopLine({ contactEmail: 'x' }),
      aShopLine({ purchasedOn: 'x' }),
    ];
    expect(placesOf(aShopsFile(lines))).toEqual([
      [2, 'edition'],
      [2, 'supportMonths'],
      [4, 'contactEmail'],
      [5, 'purchasedOn'],
    ]);
  });

  test('a support number that comes again is named with the line it came from first', () => {
    const shop = aShopLine();
    const errors = errorsOf(aShopsFile([shop, aShopLine(), { ...shop, installUrl: 'https://inny.pl' }]));
    expect(errors).toMatchObject([{ line: 4, column: 'supportNumber' }]);
    expect(errors[0]?.reason).toContain('w wierszu 2');
  });

  test('two numbers that differ in case are two numbers', () => {
    expect(
      shopsOf(aShopsFile([aShopLine({ supportNumber: 'abCD' }), aShopLine({ supportNumber: 'ABcd' })])),
    ).toHaveLength(2);
  });
});

describe('lines are counted as an editor counts them', () => {
  test.each([
    ['a cell with a line break before', { shopName: '"raz\ndwa"' }, '\n', 4],
    ['a cell with a line break in a file of Windows', { shopName: '"raz\ndwa"' }, '\r\n', 4],
    ['nothing special', {}, '\r\n', 3],
  ])('%s', (_, cells, lineEnd, line) => {
    expect(placesOf(aShopsFile([aShopLine(cells), aShopLine({ edition: '' })], { lineEnd }))).toEqual([
      [line, 'edition'],
    ]);
  });

  // csv-parse counts the CR LF inside quotes as two lines. Reported.
  test('a cell with a line break of Windows in it', () => {
    const lines = [aShopLine({ shopName: '"raz\r\ndwa"' }), aShopLine({ edition: '' })];
    expect(placesOf(aShopsFile(lines, { lineEnd: '\r\n' }))).toEqual([[4, 'edition']]);
  });

  test('the line that tells of separators counts', () => {
    const lines = [aShopLine(), aShopLine({ edition: '' })];
    expect(placesOf(aShopsFile(lines, { separator: ';', before: 'sep=;\n' }))).toEqual([[4, 'edition']]);
  });

  test('empty lines count', () => {
    expect(placesOf(aShopsFile([aShopLine(), aShopLine({ edition: '' })], { lineEnd: '\n\n' }))).toEqual([
      [5, 'edition'],
    ]);
  });
});

describe('an address that means one machine or one network', () => {
  const PRIVATE = [
    'http://localhost',
    'http://zuraw.localhost:4100',
    'http://127.0.0.1',
    'http://192.168.1.10:8080/sklep',
    'http://2130706433',
    'http://[::1]',
    'http://sklep.local',
    'http://sklep',
  ];

  test.each(PRIVATE)('%s is refused', (installUrl) => {
    const errors = errorsOf(aShopsFile([aShopLine({ installUrl })]));
    expect(errors).toMatchObject([{ line: 2, column: 'installUrl' }]);
    expect(errors[0]?.reason).toContain('jeden komputer lub sieć');
  });

  test.each(PRIVATE)('%s is taken by the demo', (installUrl) => {
    expect(shopsOf(aShopsFile([aShopLine({ installUrl })]), true)).toMatchObject([{ installUrl }]);
  });
});

describe('the addresses of panels, in a column that may be left out', () => {
  const columns = [...SHOP_COLUMNS, 'panelUrls'];
  const panelsOf = (panelUrls: string) => shopsOf(aShopsFile([aShopLine({ panelUrls })], { columns }))[0]?.panelUrls;

  test('are as many as are written, with spaces between them', () => {
    expect(panelsOf('')).toEqual([]);
    expect(panelsOf('https://panel.sklep.pl')).toEqual(['https://panel.sklep.pl']);
    expect(panelsOf(' panel.sklep.pl   https://admin.sklep.pl/a ')).toEqual([
      'panel.sklep.pl',
      'https://admin.sklep.pl/a',
    ]);
  });

  test.each([
    ['biuro@sklep.pl', 'nie jest adres panelu'],
    ['http://localhost:8080', 'jeden komputer lub sieć'],
  ])('%s is named as none', (panelUrls, reason) => {
    const errors = errorsOf(aShopsFile([aShopLine({ panelUrls: `panel.sklep.pl ${panelUrls}` })], { columns }));
    expect(errors).toMatchObject([{ line: 2, column: 'panelUrls' }]);
    expect(errors[0]?.reason).toContain(reason);
  });
});

describe('a file that is no such table', () => {
  test.each([
    ['Windows-1250', Uint8Array.of(0x4b, 0x73, 0x69, 0xea, 0x67, 0x61)],
    ['UTF-16', new Uint8Array(Buffer.from('\ufeffsupportNumber', 'utf16le'))],
  ])('in %s: its charset is named, and nothing else', (_, file) => {
    expect(errorsOf(file)).toEqual([{ line: 1, column: '', reason: 'plik nie jest zapisany w UTF-8' }]);
  });

  test('without columns that are needed: each is named', () => {
    const columns = SHOP_COLUMNS.filter((column) => column !== 'supportNumber' && column !== 'shopVersion');
    expect(errorsOf(aShopsFile([aShopLine()], { columns }))).toEqual([
      { line: 1, column: 'supportNumber', reason: 'brak tej kolumny' },
      { line: 1, column: 'shopVersion', reason: 'brak tej kolumny' },
    ]);
  });

  test('empty: every column is missing', () => {
    expect(errorsOf(new Uint8Array()).map(({ column }) => column)).toEqual(SHOP_COLUMNS);
  });

  test('with a row of too few or too many cells: the line is named', () => {
    expect(placesOf(new Uint8Array([...aShopsFile([aShopLine()]), ...Buffer.from('za,krótki\n')]))).toEqual([[3, '']]);
    expect(placesOf(aShopsFile([aShopLine(), aShopLine({ shopVersion: '10.4.2,nadmiar' })]))).toEqual([[3, '']]);
  });

  test('with a quote that never ends: its line is named', () => {
    expect(placesOf(aShopsFile([aShopLine(), aShopLine({ shopVersion: '"10.4.2' })]))).toEqual([[3, '']]);
  });
});
