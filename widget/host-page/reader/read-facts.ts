import { FACTS, type Facts } from '../facts.ts';
import { type Label, labelsIn } from './labels.ts';
import { CELLS, fieldText, type Line, linesOf, ROWS } from './page-lines.ts';
import { afterSeparator, BREAK, sameAddress, valueIn } from './values.ts';

/** For how long the reader works before the page may go on, in milliseconds. */
const SLICE = 8;

/** A page with more nodes is not read: those of a panel have some thousands. */
const MOST_STEPS = 300_000;

/**
 * Reads what a page and the frames of its origin say about the shop: each fact that is said once, or everywhere alike.
 * What is said in two ways, or may be a part of something else, is left out, and so is all of a page that is too long:
 * asking is better than helping the wrong shop. Whoever can write on the page can write facts: trust is the caller's.
 *
 * Works in slices of some milliseconds, and costs as much for a node wherever it lies.
 */
export async function readFacts(page: Document): Promise<Facts> {
  let steps = 0;
  let until = 0;
  /** A promise at the end of a slice only: one for each node would be 14 to 44 % of the whole work. */
  const step = (): Promise<unknown> | undefined => {
    if (steps++ > MOST_STEPS) throw steps;
    if (Date.now() > until) {
      until = Date.now() + SLICE;
      return new Promise((resolve) => setTimeout(resolve));
    }
  };

  const facts: Facts = {};
  try {
    const lines = await linesOf(page, step);
    for (const [index, { text }] of lines.entries()) {
      for (const label of labelsIn(text)) {
        await step();
        const value = factBy(label, lines.slice(index - 1, index + 3) as Surroundings);
        const fact = FACTS[label.fact] as keyof Facts;
        const said = facts[fact];
        const isSame = said === value || (label.fact === 1 && sameAddress(`${said}`) === sameAddress(value || ''));
        if (value && !isSame) facts[fact] = fact in facts ? undefined : value;
      }
    }
    return facts;
  } catch {
    // Getters of the page's own, and elements that it took away meanwhile: nothing was read to its end.
    return {};
  }
}

/** A line between others. */
type Surroundings = [before: Line, line: Line, next: Line, more: Line];

/** The value that a label points to; empty or false for none. */
function factBy({ fact, front, behind, isLast }: Label, [before, line, next, more]: Surroundings): string | false {
  const { depth, parts, field } = line;
  const typed = fieldText(field);
  if (typed !== false) return valueIn(fact, typed);

  // A tile has its value before its label, in parts of a line or above, and nothing else.
  const only = (tile: string) => !/\s/.test(tile) && valueIn(fact, tile);
  const part = /[\t\n]\s*$/.test(front) && front.trim();
  const isAbove = before.depth < depth && !parts;
  const own = only(part || (isAbove && before.text) || '');

  const beside = afterSeparator(behind);
  if (own && /^\s*\n\n/.test(behind)) return !beside && own;
  if (!isLast) return valueIn(fact, beside);
  if (beside) return soleValueIn(fact, beside, line, next);

  const after = next.parts !== ROWS && soleValueIn(fact, afterSeparator(next.text), next, more);
  const isNearer = next.depth >= depth;
  if (/[:=]/.test(behind)) return isNearer && after;

  const isInCells = next.parts === CELLS;
  const isTile = /\t\s*\p{Lu}[^\d.,!]*$/u.test(more.depth > next.depth ? `\t${more.text}` : next.text);
  const other = isInCells && !isTile && only(next.text);
  if (part || !isNearer) return own && other ? '' : own || (!!part && other);
  return (isInCells || !(isTile || (own && next.depth === depth))) && after;
}

/** The value that a text begins with, unless the line after it may be a part of the same, or another. */
function soleValueIn(fact: number, text: string, { depth }: Line, more: Line): string {
  const isApart = fact || more.depth < depth || more.parts === ROWS || (more.parts === CELLS && /\D/.test(text));
  return valueIn(fact, isApart ? text : text + BREAK + more.text);
}
