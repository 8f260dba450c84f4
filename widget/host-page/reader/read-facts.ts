import { FACTS, type Facts } from '../facts.ts';
import type { Label } from './labels.ts';
import { fieldText, type Line, linesOf } from './page-lines.ts';
import { afterSeparator, sameAddress, valueIn } from './values.ts';

/** For how long the reader works before the page may go on, in milliseconds. */
const SLICE = 8;

/** A page with more nodes is not read: those of a panel have some thousands. */
const MOST_STEPS = 300_000;

/** Elements whose parts are things of their own, and those in which nothing stands above its label. */
const ROWS = /^(TABLE|T(BODY|HEAD|FOOT)|[UO]L)$/;
const CELLS = /^(TR|DL)$/;

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
        const value = values.size < 2 && factBy(label, line, lines, one);
        yield;
        if (!value) continue;
        const key = label.fact === 1 ? sameAddress(value) : value;
        values.set(key, values.get(key) || value);
      }
    }
  }
  FACTS.forEach((fact, index) => {
    const [value, another] = (found[index] as Map<string, string>).values();
    if (!another) facts[fact] = value;
  });
}

/** Where there is no line any more. */
const NONE: Line = { text: '', labels: [], index: 0, depth: -1, within: '' };

/** The value that a label points to. */
function factBy({ fact, at, end }: Label, line: Line, lines: Line[], page: Document): string | undefined {
  const { text, labels, depth, within, index } = line;
  const typed = line.field ? fieldText(page.getElementById(line.field)) : undefined;
  if (typed !== undefined) return valueIn(fact, typed);

  const following = labels.find((label) => label.at > at);
  const behind = text.slice(end, following && following.at);
  const beside = afterSeparator(behind);
  const next = lines[index + 1] || NONE;
  if (beside || following) return soleValueIn(fact, beside, line, next);

  const before = lines[index - 1] || NONE;
  const more = lines[index + 2] || NONE;
  const after = ROWS.test(next.within) ? undefined : soleValueIn(fact, afterSeparator(next.text), next, more);
  const isNearer = next.depth >= depth;
  if (/[:=]/.test(behind)) return isNearer ? after : undefined;

  // A tile has its value before its label, in parts of a line or above, and nothing else.
  const only = (tile: string) => (/\s/.test(tile) ? undefined : valueIn(fact, tile));
  const isInCells = CELLS.test(next.within);
  const isTile = /\t\s*\p{Lu}[^\d.,!]*$/u.test(more.depth > next.depth ? `\t${more.text}` : next.text);
  const front = /[\t\n]\s*$/.test(text.slice(0, at)) && text.slice(0, at).trim();
  const isAbove = before.depth < depth && !ROWS.test(within) && !CELLS.test(within);
  const own = front ? only(front) : isAbove ? only(before.text) : undefined;
  if (front || !isNearer) {
    const other = isInCells && !isTile ? only(next.text) : undefined;
    return own && other ? undefined : own || (front ? other : undefined);
  }
  return !isInCells && (isTile || (own && next.depth === depth)) ? undefined : after;
}

/** The value that a text begins with, unless the line after it may be a part of the same, or another. */
function soleValueIn(fact: number, text: string, { depth }: Line, more: Line): string | undefined {
  const value = valueIn(fact, text);
  const isMore = !fact && more.depth >= depth && /^(?=.*\d)[a-z\d-]+$/i.test(more.text);
  return isMore && !ROWS.test(more.within) && !(CELLS.test(more.within) && /\D/.test(value || '')) ? undefined : value;
}
