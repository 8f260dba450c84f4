import { FACTS, type Facts } from '../facts.ts';
import type { Label } from './labels.ts';
import { fieldText, type Line, linesOf } from './page-lines.ts';
import { afterSeparator, sameAddress, valueIn } from './values.ts';

/** For how long the reader works before the page may go on, in milliseconds. */
const SLICE = 8;

/** A page with more nodes is not read: those of a panel have some thousands. */
const MOST_STEPS = 300_000;

/** Elements whose parts are things of their own, and those in which nothing stands above its label. */
const ROWS = /^(?:TABLE|T(?:BODY|HEAD|FOOT)|[UO]L)$/;
const CELLS = /^(?:TR|DL)$/;

/**
 * Reads what a page and the frames of its origin say about the shop: each fact that is said once, or everywhere alike.
 * What is said in two ways, or may be a part of something else, is left out, and so is all of a page that is too long:
 * asking is better than helping the wrong shop. Whoever can write on the page can write facts: trust is the caller's.
 *
 * Works in slices of some milliseconds, and costs as much for a node wherever it lies.
 */
export async function readFacts(page: Document): Promise<Facts> {
  const facts: Facts = {};
  let steps = 0;
  let until = performance.now() + SLICE;
  try {
    for (const _ of read(page, facts)) {
      steps += 1;
      if (steps > MOST_STEPS) return {};
      if (steps % 64 === 0 && performance.now() > until) {
        await new Promise((resolve) => setTimeout(resolve));
        until = performance.now() + SLICE;
      }
    }
  } catch {
    // Getters of the page's own, and elements that it took away meanwhile: nothing was read to its end.
  }
  return facts;
}

/** The work, a node or a value at a time. At its end the facts are set. */
function* read(page: Document, facts: Facts): Generator<unknown> {
  const found = FACTS.map(() => new Map<string, string>());
  const pages = [page];
  for (const one of pages) {
    const lines = yield* linesOf(one, pages);
    if (!lines) return;
    for (const line of lines) {
      for (const label of line.labels) {
        const values = found[label.fact] as Map<string, string>;
        for (const value of values.size < 2 ? valuesOf(label, line, lines, one) : []) {
          yield;
          const key = value && label.fact === 1 ? sameAddress(value) : value;
          if (value && key && !values.has(key)) values.set(key, value);
        }
      }
    }
  }
  FACTS.forEach((fact, index) => {
    const [value, another] = (found[index] as Map<string, string>).values();
    if (!another) facts[fact] = value;
  });
}

/** What a label points to: one value, or those of a column. */
function* valuesOf({ fact, at, end }: Label, line: Line, lines: Line[], page: Document): Generator<string | undefined> {
  const { text, labels, cell, depth, named, index } = line;
  const field = line.field && page.getElementById(line.field);
  const typed = field ? fieldText(field) : undefined;
  if (typed !== undefined) return yield valueIn(fact, typed);

  const nextLabel = labels[labels.findIndex((label) => label.at === at) + 1];
  const behind = text.slice(end, nextLabel && nextLabel.at);
  const beside = afterSeparator(behind);
  const isNamed = /^\s*[:=]/.test(behind);
  const next = lines[index + 1];
  if (beside || nextLabel) return yield soleValueIn(fact, beside, line, next);

  const before = lines[index - 1];
  if (cell && !named && isHead(cell, line, before, next)) return yield* valuesBelow(fact, cell, line, lines);

  const afterDepth = next ? next.depth : -1;
  if (named) return yield afterDepth >= named - 1 ? valueIn(fact, next?.text ?? '') : undefined;

  const after =
    next && !ROWS.test(next.within) ? soleValueIn(fact, afterSeparator(next.text), next, lines[index + 2]) : undefined;
  if (isNamed && afterDepth >= depth) return yield after;

  // A tile has its value before its label, in parts of a line or above, and nothing else.
  const only = (tile: string) => (/\s/.test(tile) ? undefined : valueIn(fact, tile));
  const isInCells = next && CELLS.test(next.within);
  const [front] = /^.*\S(?=\s*[\t\n]\s*$)/s.exec(text.slice(0, at)) || [];
  if (front) {
    const single = after && only(next?.text ?? '');
    yield only(front) ? (single ? undefined : only(front)) : isInCells ? single : undefined;
    return;
  }
  const above = before && before.depth < depth ? only(before.text) : undefined;
  if (depth > afterDepth)
    yield ROWS.test(line.within) || CELLS.test(line.within) || (after && isInCells) || isNamed ? undefined : above;
  else yield above && depth === afterDepth && !isInCells ? undefined : after;
}

/** The value that a text begins with, unless the line after it may be a part of the same, or another. */
function soleValueIn(fact: number, text: string, { depth }: Line, more?: Line): string | undefined {
  const value = valueIn(fact, text);
  const isMore = !fact && more && more.depth >= depth && /^(?=.*\d)[a-z\d-]+$/i.test(more.text);
  return isMore && !ROWS.test(more.within) && !(CELLS.test(more.within) && /\D/.test(value || '')) ? undefined : value;
}

function isLabel(line?: Line): boolean {
  const label = line?.labels[0];
  return !!label && !label.at && !afterSeparator(line.text.slice(label.end));
}

/** The cells of the row that a cell is in. */
const rowOf = (cell: Element) => [...((cell.parentNode as HTMLTableRowElement | null)?.cells || [])];

/** Whether the values of a cell stand below it: it is one line in a row of heads, or a label beside a label. */
function isHead(cell: Element, { within }: Line, before?: Line, next?: Line): boolean {
  return (
    before?.cell !== cell &&
    next?.cell !== cell &&
    (!rowOf(cell).some(({ nodeName }) => nodeName === 'TD') ||
      (within === 'TR' && isLabel(before)) ||
      (next?.within === 'TR' && isLabel(next)))
  );
}

/** The values in the cells below a head, as far as the next head, in rows of as many cells. */
function* valuesBelow(
  fact: number,
  head: HTMLTableCellElement,
  { table, index }: Line,
  lines: Line[],
): Generator<string | undefined> {
  for (let at = index + 1; ; at += 1) {
    const line = lines[at];
    const cell = line?.cell;
    if (!cell || !table?.contains(cell)) return;
    const isBelow = line.table === table && cell.cellIndex === head.cellIndex && cell !== lines[at - 1]?.cell;
    if (isBelow && cell.nodeName === 'TH') return;
    yield isBelow && rowOf(cell).length === rowOf(head).length ? valueIn(fact, afterSeparator(line.text)) : undefined;
  }
}
