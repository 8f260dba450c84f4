import type { Cell } from '../../reports/report-table.ts';

/** Written before the first line: without it spreadsheets take UTF-8 for an old Polish code page. */
export const BYTE_ORDER_MARK = '\ufeff';

/**
 * Text that a spreadsheet could take for a formula: one that begins with a formula's sign (also in full width, also
 * after white space or invisible characters), or with a tab or line end, which some programs drop.
 */
const FORMULA = /^(?:[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u;

/**
 * A line of a table for Polish spreadsheets: semicolons, a decimal comma, text in quotes. Text that could pass for a
 * formula gets an apostrophe before it, so that opening a file runs nothing a customer wrote; our own numbers stay
 * numbers, also negative ones.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return `"${harmless.replaceAll('"', '""')}"`;
}
