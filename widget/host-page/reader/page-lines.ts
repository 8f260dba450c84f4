import { isLabel } from './labels.ts';
import { afterSeparator, BREAK, TAG } from './values.ts';

/** The parts of an element are beside each other, with none above its label, or things of their own. */
export const CELLS = 1;
export const ROWS = 2;

/** An element that the pass is in. */
export interface Scope {
  parts: 0 | typeof CELLS | typeof ROWS;
  depth: number;
  /** the field whose label it is in */
  field?: Element | null | undefined;
  /** of its table: what the cells of its heads say, by their number */
  heads: Record<number, HTMLTableCellElement[]>;
  /** of its row: those of its cells */
  names?: HTMLTableCellElement[] | undefined;
}

/**
 * A line of a page, as a person would read it: what no block or cell divides. Its scope is the innermost
 * element that it and the line before have in common; its field is its own.
 */
export interface Line extends Scope {
  /** with `TAG` at the borders of tags, and `BREAK`; empty where a value could stand and none does */
  text: string;
}

const INLINE = /^([ABIU]|ABBR|BR|CODE|EM|FONT|MARK|SMALL|SPAN|STRONG)$/;

/** What is no text for people, or struck out. */
const LEFT_OUT = /^(S|DEL|WBR|HEAD|STYLE|SCRIPT|NOSCRIPT)$/;

/** Attributes that may name what an element holds. */
const NAMES = ['title', 'placeholder', 'aria-label', 'data-label'];

/** A longer line goes on as another. */
const LONG_LINE = 1000;

/** White space of every kind becomes one space; what nobody sees goes. A long text is not looked at: it is no value. */
function tidy(text: string): string {
  return text.length > 10_000
    ? '!'
    : `${text}`
        .normalize('NFKC')
        .replace(/\p{Cf}/gu, '')
        .replace(/\s+/g, ' ');
}

/** The value of a text field; false of any other. */
export function fieldText(field?: Element | null): string | false {
  const { type, value } = (field || {}) as HTMLInputElement;
  return /^(text|url)$/.test(type) && tidy(value).trim();
}

/**
 * The lines of a page and of its frames, as far as they may be looked into, in one pass that costs as much for a node
 * wherever it lies.
 * @param step called at each node; gives what to wait for, if anything: a promise for each would be a good part of the whole work
 * @returns with an empty line before, and two behind
 * @throws when the page changes under the pass
 */
export async function linesOf(page: Document, step: () => Promise<unknown> | undefined): Promise<Line[]> {
  // Elements and texts. By a walker, as a form may have a field of any name, which is in the way of the form's own.
  const walker = page.createTreeWalker(page.documentElement, 5);
  const lines: Line[] = [];
  let line: Line | undefined;
  let scope: Scope = { parts: 0, depth: 0, heads: {} };
  /** the outermost that the pass has been in since the last line */
  let shared = scope;
  /** how much there was that is no white space */
  let met = 0;

  function share(outer: Scope): void {
    if (outer.depth < shared.depth) shared = outer;
  }

  /** Adds to the line, or begins one. */
  function add(text: string): void {
    line ??= { ...shared, field: scope.field, text: '' };
    line.text += text;
    shared = scope;
    met += 1;
  }

  function end(): void {
    if (!line) return;
    const text = line.text.trim();
    line.text = text;
    // Icons alone divide nothing; strokes and dots may mean that there is no value.
    if (/^$|[.\p{Pd}]|\*\*|__/u.test(text) || afterSeparator(text)) lines.push(line);
    else share(line);
    line = undefined;
  }

  /** A line of its own: a field, an attribute, or nothing where a value could stand. */
  function alone(text = ''): void {
    end();
    add(text);
    end();
  }

  /** The border of an element. */
  function divide(name: string): void {
    if (!INLINE.test(name)) end();
    else if (line) line.text += /^(A|BR)$/.test(name) ? BREAK : TAG;
  }

  /** Reads what is in the node that the walker is at. */
  async function read(): Promise<void> {
    const pause = step();
    if (pause) await pause;
    const node = walker.currentNode as HTMLElement;
    const name = `${node.nodeName}`;
    if (name === '#text') {
      const text = tidy((node as unknown as Text).data);
      if (line && line.text.length > LONG_LINE) end();
      if (text.trim()) add(text);
      else if (line) line.text += text;
      return;
    }
    if (LEFT_OUT.test(name)) return;
    const outer = scope;
    scope = {
      ...outer,
      parts: /^(TR|DL)$/.test(name) ? CELLS : /^(T.{4}|[UO]L)$/.test(name) ? ROWS : 0,
      depth: outer.depth + 1,
    };
    divide(name);
    let before = met;
    if (name === 'I') met += 1;
    let border = name;
    if (name === 'LABEL') scope.field = (node as HTMLLabelElement).control;
    if (name === 'TABLE') scope.heads = {};

    const cells = name === 'TR' && [...(node as HTMLTableRowElement).cells];
    const isHead =
      cells &&
      (node.matches('thead>*,:not(:has(td))') || (cells[1] && cells.every((cell) => isLabel(tidy(cell.textContent)))));
    if (isHead) scope.heads[cells.length] = cells;

    // A label names the element that has begun: what is in it, or beside it. Not a form: what it has may be a field.
    const names = [
      scope.heads[(node.parentNode as HTMLTableRowElement).cells?.length]?.[(node as HTMLTableCellElement).cellIndex]
        ?.textContent,
      ...NAMES.map((attribute) => !/^FORM|\[/.test(name) && node.getAttribute(attribute)),
    ];
    for (const text of names)
      if (text && isLabel(tidy(text))) {
        share(outer);
        alone(`${tidy(text)}:`);
        border = '';
        before = met;
      }

    // What people write themselves, where nobody may look, and frames.
    if (isHead) alone();
    else if (/^(TEXTAREA|SELECT|INPUT|I?FRAME)$/.test(name) || /^[tp]/.test(node.contentEditable)) {
      const { type, contentDocument } = node as Partial<HTMLInputElement & HTMLIFrameElement>;
      if (!/hidden|button|submit|reset|image/.test(type as string)) alone(fieldText(node) || '');
      if (contentDocument?.designMode === 'off') lines.push(...(await linesOf(contentDocument, step)));
    } else if (/^(IMG|SVG)$/i.test(name) || (name === 'BUTTON' && !/\d/.test(node.textContent))) met += 1;
    else if (walker.firstChild()) {
      do await read();
      while (walker.nextSibling());
      if (walker.parentNode() !== node) throw name;
    }

    divide(border);
    // A value that is missing.
    if (met === before && /^(T[DH]|DD|DIV|P|B|STRONG)$/.test(name)) alone();
    scope = outer;
    share(outer);
  }

  alone();
  await read();
  alone();
  alone();
  return lines;
}
