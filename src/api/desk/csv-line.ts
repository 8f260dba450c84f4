import type { Cell } from '../../reports/report-table.ts';

/** Before the first line: without it spreadsheets take UTF-8 for an old Polish code page. */
export const BYTE_ORDER_MARK = '\ufeff';

/**
 * What a spreadsheet could take for a formula: a sign that begins one, also as wide as a Chinese character, also behind
 * white space or signs that nobody sees, and the tab and line ends that some programs drop.
 */
const FORMULA = /^(?:[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u;

/**
 * A line of a table as Polish spreadsheets read it: semicolons between, a decimal comma, text in quotes. Text that could
 * pass for a formula gets an apostrophe before it, so that opening a file runs nothing a customer wrote; a number of
 * ours stays a number, also below zero.
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
