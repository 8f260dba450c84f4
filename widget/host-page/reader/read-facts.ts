import type { Facts } from '../facts.ts';
import type { Fact, Label } from './labels.ts';
import { type Cell, fieldText, type Line, linesOf } from './page-lines.ts';
import { afterSeparator, isControl, sameAddress, valueIn } from './values.ts';

/** For how long the reader works before the page may go on, in milliseconds. */
const SLICE = 8;

/** A page with more nodes is not read: those of a panel have some thousands. */
const MOST_NODES = 300_000;

/** The text behind a label that is looked at. */
const LOOKED_AT = 300;

/** Where things follow one another without belonging together, and where nothing stands above its label. */
const ROWS = /^(?:TABLE|T(?:BODY|HEAD|FOOT)|[UO]L)$/;
const NO_TILE = /^(?:T(?:ABLE|R|BODY|HEAD|FOOT)|[DUO]L|BODY)$/;
const CELLS = /^(?:TR|DL)$/;

/**
 * Reads what a page and the frames of its origin say about the shop: each fact that is said once, or everywhere alike.
 * What is said in two ways, or may be a part of something else, is left out, and so is all of a page that is too long:
 * asking is better than helping the wrong shop. Whoever can write on the page can write facts: trust is the caller's.
 *
 * Works in slices of some milliseconds, and costs as much for each node wherever it lies.
 */
export async function readFacts(page: Document): Promise<Facts> {
  const found: Record<Fact, Map<string, string>> = {
    supportNumber: new Map(),
    installUrl: new Map(),
    shopVersion: new Map(),
  };
  let steps = 0;
  let until = performance.now() + SLICE;

  function go(): Promise<boolean> | boolean {
    steps += 1;
    if (steps > MOST_NODES) return false;
    if (steps % 64 || performance.now() < until) return true;
    return new Promise((resolve) => {
      setTimeout(() => {
        until = performance.now() + SLICE;
        resolve(true);
      });
    });
  }

  const pages = [page];
  for (const one of pages) {
    const read = await linesOf(one, go);
    if (!read) return {};
    pages.push(...read.frames);
    for (const line of read.lines) {
      for (const label of line.labels) {
        const values = found[label.fact];
        if (values.size > 1) continue;
        const going = go();
        if (going !== true && !(await going)) return {};
        for (const value of valuesOf(label, line, read.lines, one)) {
          if (!value) continue;
          const key = label.fact === 'installUrl' ? sameAddress(value) : value;
          if (!values.has(key)) values.set(key, value);
          if (values.size > 1) break;
        }
      }
    }
  }

  const facts: Facts = {};
  for (const fact of Object.keys(found) as Fact[]) {
    const [value, another] = found[fact].values();
    if (value && !another) facts[fact] = value;
  }
  return facts;
}

/** What a label points to: one value, or those of a column. */
function* valuesOf({ fact, at, end }: Label, line: Line, lines: Line[], page: Document): Generator<string | undefined> {
  const { text, cell, labels, named } = line;
  const field = line.field && page.getElementById(line.field);
  const typed = field ? fieldText(field) : undefined;
  if (typed !== undefined) return yield valueIn(fact, typed);

  const stop = Math.min(labels.find((label) => label.at > at)?.at ?? text.length, end + LOOKED_AT);
  const behind = text.slice(end, stop);
  const beside = afterSeparator(behind);
  const isNamed = /^\s*[:=]/.test(behind);
  if (beside || stop < text.length) return yield valueIn(fact, beside, isNamed);

  if (cell && !named && cell.lines.length === 1 && isHead(cell)) {
    for (const under of below(cell)) yield valueIn(fact, afterSeparator(under.text));
    return;
  }

  const next = neighbour(line, lines, 1);
  const after = next && !ROWS.test(next.within) ? valueBeside(fact, next, lines) : undefined;
  if (named) return next && next.depth >= named - 1 ? yield after : undefined;

  const before = neighbour(line, lines, -1);
  const isFirst = before && before.line.depth < before.depth && before.line.cell === cell;
  const above = isFirst && !isNamed ? onlyValueIn(fact, before.line.text) : undefined;
  const front = text.slice(0, at);
  const inFront = /[\t\n]\s*$/.test(front) && !isNamed ? onlyValueIn(fact, front) : undefined;
  if (inFront) yield after ? undefined : inFront;
  else if (before && before.depth > (next ? next.depth : -1)) {
    if (!NO_TILE.test(before.within) && !(after && next && CELLS.test(next.within))) yield above;
  } else if (!(above && next && before?.depth === next.depth && !CELLS.test(next.within))) yield after;
}

/** A line beside another, and what both have in common. */
interface Neighbour {
  line: Line;
  depth: number;
  within: string;
}

/** The line after another, or before: attributes, buttons and icons are passed over. */
function neighbour(from: Line, lines: Line[], step: 1 | -1): Neighbour | undefined {
  let { depth, within } = from;
  if (step > 0) depth = Infinity;
  for (let line = lines[from.index + step]; line; line = lines[line.index + step]) {
    if (step > 0 && line.depth < depth) ({ depth, within } = line);
    if (!line.named && (!line.text || !isControl(line.text))) return { line, depth, within };
    if (step < 0 && line.depth < depth) ({ depth, within } = line);
  }
  return undefined;
}

/** The value of the line after a label, unless more of the same follows. */
function valueBeside(fact: Fact, next: Neighbour, lines: Line[]): string | undefined {
  const value = valueIn(fact, afterSeparator(next.line.text));
  const more = value && fact === 'supportNumber' && neighbour(next.line, lines, 1);
  if (!more || !/^(?=.*\d)[a-z\d-]+$/i.test(more.line.text) || more.depth < next.depth) return value;
  return more.depth > next.depth || !CELLS.test(next.within) || /^\d+$/.test(value) ? undefined : value;
}

/** The value that a text is. */
function onlyValueIn(fact: Fact, text: string): string | undefined {
  const only = afterSeparator(text).replace(/\s+$/, '');
  return /\s/.test(only) ? undefined : valueIn(fact, only);
}

/** Whether the values of a cell stand below it: a head, or a label beside a label. */
function isHead({ row, column, columns }: Cell): boolean {
  return row.isHead || isLabel(row.cells[column + columns]) || isLabel(row.cells[column - 1]);
}

function isLabel(cell?: Cell): boolean {
  const [line, another] = cell?.lines ?? [];
  const [label] = line?.labels ?? [];
  return !!(line && label && !another && !label.at && !afterSeparator(line.text.slice(label.end)));
}

/** The first line of each cell below another, as far as the next head. */
function* below({ row, column, columns }: Cell): Generator<Line> {
  const { rows } = row.table;
  for (let index = row.index + 1; index < rows.length; index += 1) {
    const { cells, isHead: ends } = rows[index] as typeof row;
    if (ends && cells.length) return;
    const cell = cells[column];
    const line = cell?.lines[0];
    if (line && !cell.isHead && cell.column === column && cell.columns === columns) yield line;
  }
}
