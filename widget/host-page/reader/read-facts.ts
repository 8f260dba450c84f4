import { FACTS, type Facts } from '../facts.ts';
import { isLabel, type Label } from './labels.ts';
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
  const { text, labels, cell, depth, within, index } = line;
  const field = line.field && page.getElementById(line.field);
  const typed = field ? fieldText(field) : undefined;
  if (typed !== undefined) return yield valueIn(fact, typed);

  const following = labels[labels.findIndex((label) => label.at === at) + 1];
  const behind = text.slice(end, following && following.at);
  const beside = afterSeparator(behind);
  const next = lines[index + 1];
  if (beside || following) return yield soleValueIn(fact, beside, line, next);

  const before = lines[index - 1];
  if (cell && isHead(cell, line, before, next)) return yield* valuesBelow(fact, cell, line, lines);

  const after =
    next && !ROWS.test(next.within) ? soleValueIn(fact, afterSeparator(next.text), next, lines[index + 2]) : undefined;
  const isNearer = next && next.depth >= depth;
  if (/^\s*[:=]/.test(behind)) return yield isNearer ? after : undefined;

  // A tile has its value before its label, in parts of a line or above, and nothing else.
  const only = (tile = '') => (/\s/.test(tile) ? undefined : valueIn(fact, tile));
  const isInCells = next && CELLS.test(next.within);
  const front = /[\t\n]\s*$/.test(text.slice(0, at)) && text.slice(0, at).trim();
  const above = front
    ? only(front)
    : before && before.depth < depth && !ROWS.test(within) && !CELLS.test(within)
      ? only(before.text)
      : undefined;
  if (front || !isNearer) {
    const one = isInCells ? only(next.text) : undefined;
    yield above && one ? undefined : above || (front ? one : undefined);
  } else yield above && next.depth === depth && !isInCells ? undefined : after;
}

/** The value that a text begins with, unless the line after it may be a part of the same, or another. */
function soleValueIn(fact: number, text: string, { depth }: Line, more?: Line): string | undefined {
  const value = valueIn(fact, text);
  const isMore = !fact && more && more.depth >= depth && /^(?=.*\d)[a-z\d-]+$/i.test(more.text);
  return isMore && !ROWS.test(more.within) && !(CELLS.test(more.within) && /\D/.test(value || '')) ? undefined : value;
}

/** The cells of the row that a cell is in. */
const rowOf = (cell: Element) => [...((cell.parentNode as HTMLTableRowElement | null)?.cells || [])];

/** Whether the values of a cell stand below it: it is one line in a row of heads, or a label beside a label. */
function isHead(cell: Element, { within }: Line, before?: Line, next?: Line): boolean {
  return (
    before?.cell !== cell &&
    next?.cell !== cell &&
    (!rowOf(cell).some(({ nodeName }) => nodeName === 'TD') ||
      (within === 'TR' && isLabel(before?.text)) ||
      (next?.within === 'TR' && isLabel(next.text)))
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
