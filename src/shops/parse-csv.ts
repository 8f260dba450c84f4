import { parse } from 'csv-parse/sync';

/** One row of a file, by the names in its header. */
export interface Row<Column extends string> {
  cells: Record<Column, string>;
  /** line of the file, from 1 */
  line: number;
}

/** An error in a row, in Polish, for the person who made the file. */
export interface RowError {
  /** line of the file, from 1 */
  line: number;
  /** name of the column; empty for an error of the whole row */
  column: string;
  reason: string;
}

export interface ParsedCsv<Column extends string> {
  rows: Row<Column>[];
  errors: RowError[];
}

/**
 * Parses a file of comma- or semicolon-separated cells: UTF-8 with or without BOM, columns in any order, the separator
 * as in the header line (Polish spreadsheets write semicolons, and commas inside of cells), or as a first line `sep=;`
 * tells it, which Excel reads and hides.
 * @returns the rows that can be read, and the errors of the others
 */
export function parseCsv<Column extends string>(file: Uint8Array, columns: readonly Column[]): ParsedCsv<Column> {
  let text: string;
  try {
    // One kind of line end: a Windows line break inside a cell would count as two lines.
    text = new TextDecoder('utf-8', { fatal: true }).decode(file).replaceAll('\r\n', '\n');
  } catch {
    return onlyError(1, 'plik nie jest zapisany w UTF-8');
  }
  // The line stays as an empty one, so that the others keep their numbers.
  const [told, separator] = /^\s*"?sep=(.)"?[;,\t ]*(?=\n|$)/i.exec(text) ?? [];
  try {
    return withHeader(readRecords(text.slice(told?.length ?? 0), separator), columns);
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 1;
    return onlyError(line, `wiersza nie da się odczytać (cudzysłowy?): ${(error as Error).message}`);
  }
}

interface CsvRecord {
  record: string[];
  info: { lines: number };
}

function readRecords(text: string, told: string | undefined): CsvRecord[] {
  const header = text.trimStart().split('\n', 1)[0] ?? '';
  const records: unknown = parse(text, {
    bom: true,
    delimiter: told ?? (header.split(';').length > header.split(',').length ? ';' : ','),
    info: true,
    relaxColumnCount: true,
    skipEmptyLines: true,
    trim: true,
  });
  return records as CsvRecord[];
}

function withHeader<Column extends string>(
  [header, ...records]: CsvRecord[],
  columns: readonly Column[],
): ParsedCsv<Column> {
  const names = header?.record ?? [];
  const line = header?.info.lines ?? 1;
  const wrongColumns = [
    ...columns.filter((column) => !names.includes(column)).map((column) => ({ column, reason: 'brak tej kolumny' })),
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((column) => ({ column, reason: 'ta kolumna jest dwa razy' })),
  ];
  if (wrongColumns.length > 0) return { rows: [], errors: wrongColumns.map((wrong) => ({ line, ...wrong })) };
  if (records.length === 0) return onlyError(line, 'plik nie ma żadnego wiersza z danymi');

  const isWhole = ({ record }: CsvRecord) => record.length === names.length;
  return {
    rows: records.filter(isWhole).map(({ record, info }) => ({
      cells: Object.fromEntries(names.map((name, index) => [name, record[index]])) as Record<Column, string>,
      line: info.lines,
    })),
    errors: records
      .filter((record) => !isWhole(record))
      .map(({ record, info }) => ({
        line: info.lines,
        column: '',
        reason: `pól w wierszu: ${record.length}, a kolumn: ${names.length}`,
      })),
  };
}

function onlyError(line: number, reason: string): { rows: []; errors: RowError[] } {
  return { rows: [], errors: [{ line, column: '', reason }] };
}
