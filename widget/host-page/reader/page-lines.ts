import { isLabel, type Label, labelsIn } from './labels.ts';
import { afterSeparator, LINK, TAG } from './values.ts';

/** A line of a page, as a person would read it: what no block, line break or cell divides. */
export interface Line {
  /** with `TAG` and `LINK` at the borders of tags; empty where a value could stand and none does */
  text: string;
  labels: Label[];
  index: number;
  /** how deep the element lies that this line and the one before have in common */
  depth: number;
  /** its name */
  within: string;
  /** the line is in the label of a field with that id */
  field?: string | undefined;
}

/** What is in force inside an element. */
interface Scope extends Pick<Line, 'field'> {
  name: string;
  /** how much had been met when it began */
  met: number;
  /** an attribute or the head of its column has named it */
  isNamed?: boolean;
  /** of a table: what the cells of its heads say, by their number */
  heads?: Record<number, string[]>;
  row?: HTMLTableRowElement;
  /** of a row: how many lines there were before */
  from?: number;
}

const INLINE = /^([ABIU]|ABBR|BUTTON|CODE|EM|FONT|KBD|MARK|SMALL|SPAN|STRONG|SU[BP]|TT)$/;

/** What is no text for people, or struck out. */
const LEFT_OUT = /^(HEAD|SCRIPT|STYLE|NOSCRIPT|WBR|S|DEL)$/;

/** Attributes that may name what an element holds. */
const NAMES = ['title', 'placeholder', 'aria-label', 'data-label'];

/** A label that goes on behind a line break. */
const DIVIDED = /(nr|numer|pom\S*|adres|domena|wersja)\s*$/i;

/** A longer text is not looked at: it is no label with a value. */
const LONGEST = 10_000;

/** A longer line goes on as another. */
const LONG_LINE = 1000;

/** White space of every kind becomes one space; what nobody sees goes. */
function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ');
}

/** The value of a text field; nothing of any other. */
export function fieldText(field: Element | null): string | undefined {
  const { type = '', value = '' } = (field || {}) as Partial<HTMLInputElement>;
  return /^(text|url)$/.test(type) ? tidy(`${value}`.slice(0, LONGEST)).trim() : undefined;
}

/**
 * The lines of a page, in one pass that costs as much for a node wherever it lies. Yields at each node.
 * @param frames gets the pages in its frames, as far as they may be looked into
 * @returns nothing for a page that changed under the pass
 */
export function* linesOf(page: Document, frames: Document[]): Generator<unknown, Line[] | undefined> {
  const root = page.documentElement;
  // Elements and texts. A form may have a field of any name, which is in the way of the form's own.
  const walker = page.createTreeWalker(root, 5);
  const scopes: Scope[] = [{ name: '', met: 0 }];
  const lines: Line[] = [];
  let depth = 0;
  /** the lowest that the pass has been since the last line */
  let low = 0;
  /** how much there was that is no white space */
  let met = 0;
  let line: Line | undefined;

  function begin(): Line {
    const { name: within } = scopes[low] as Scope;
    line = { ...(scopes[depth] as Scope), text: '', labels: [], index: lines.length, depth: low, within };
    low = depth;
    met += 1;
    return line;
  }

  function end(isKept?: boolean): void {
    if (!line) return;
    line.text = line.text.trim();
    // Icons alone divide nothing; strokes and dots may mean that there is no value.
    if (isKept || !/^(?!\*\*|__)[^-.\u2013\u2014]*$/.test(line.text) || afterSeparator(line.text)) {
      line.labels = labelsIn(line.text);
      lines.push(line);
    } else low = Math.min(low, line.depth);
    line = undefined;
  }

  /** A line of its own: a field, an attribute, or nothing where a value could stand. */
  function alone(text: string): Line {
    end();
    const one = begin();
    one.text = text;
    end(true);
    return one;
  }

  /** The border of an element. */
  function divide(name: string): void {
    if (name === 'BR' && line && DIVIDED.test(line.text)) line.text += ' ';
    else if (!INLINE.test(name)) end();
    else if (line) line.text += name === 'A' ? LINK : TAG;
  }

  /** A label names the element that has begun: what is in it, or beside it. */
  function nameIt(text?: string | null): void {
    if (!text || !isLabel(tidy(text))) return;
    alone(`${tidy(text)}:`).depth = depth - 1;
    Object.assign(scopes[depth] as Scope, { isNamed: true, met });
  }

  /** Whether what is in an element is to be read. */
  function enter(node: Element, name: string): boolean {
    const scope: Scope = { ...(scopes[depth] as Scope), name, met, isNamed: false };
    depth += 1;
    scopes[depth] = scope;
    divide(name);
    if (name === 'LABEL') scope.field = (node as HTMLLabelElement).htmlFor;
    if (name === 'TABLE') scope.heads = {};
    if (name === 'TR') {
      scope.row = node as HTMLTableRowElement;
      scope.from = lines.length;
    }
    if (name === 'TD' && scope.heads && scope.row)
      nameIt(scope.heads[scope.row.cells.length]?.[(node as HTMLTableCellElement).cellIndex]);
    if (name !== 'FORM') for (const attribute of NAMES) nameIt(node.getAttribute(attribute));
    // What people write themselves, where nobody may look.
    if (/^(TEXTAREA|SELECT)$/.test(name) || /^[tp]/.test((node as HTMLElement).contentEditable)) alone('');
    else if (name === 'INPUT') {
      if (!/hidden|button|submit|reset|image/.test((node as HTMLInputElement).type)) alone(fieldText(node) || '');
    } else if (/^I?FRAME$/.test(name)) {
      const { contentDocument } = node as HTMLIFrameElement;
      if (contentDocument && contentDocument.designMode !== 'on') frames.push(contentDocument);
    } else if (/^(IMG|SVG)$/i.test(name) || (name === 'BUTTON' && !/\d/.test(node.textContent))) met += 1;
    else return true;
    return false;
  }

  function leave(): void {
    const { name, met: before, isNamed, heads, row, from } = scopes[depth] as Scope;
    if (isNamed) end();
    else if (name !== 'BR') divide(name);
    // An icon; a value that is missing.
    if (met === before && name === 'I') met += 1;
    if (met === before && /^(T[DH]|DD|DIV|P|B|STRONG)$/.test(name)) alone('');
    if (name === 'TR' && heads && row) {
      const cells = [...row.cells];
      const inside = lines.slice(from, (from as number) + cells.length + 1);
      const isWhole = inside.length === cells.length;
      if (
        row.parentNode?.nodeName === 'THEAD' ||
        !cells.some(({ nodeName }) => nodeName === 'TD') ||
        (isWhole && cells[1] && inside.every(({ text }) => isLabel(text)))
      ) {
        heads[cells.length] = isWhole ? inside.map(({ text }) => text) : [];
        for (const one of inside) one.labels = [];
      }
    }
    depth -= 1;
    low = Math.min(low, depth);
  }

  function read(data: string): void {
    const text = tidy(data.slice(0, LONGEST));
    if (data.length > LONGEST) alone('');
    else if (text.trim()) {
      if (line && line.text.length > LONG_LINE) end();
      (line || begin()).text += text;
      met += 1;
      low = depth;
    } else if (line) line.text += text;
  }

  for (let node = walker.firstChild(); node; ) {
    yield;
    const name = typeof node.nodeName === 'string' ? node.nodeName : 'FORM';
    const outside = depth;
    if (name === '#text') read((node as Text).data);
    else if (!LEFT_OUT.test(name) && enter(node as Element, name)) {
      node = walker.firstChild();
      if (node) continue;
    }
    if (depth > outside) leave();
    for (node = walker.nextSibling(); !node && walker.parentNode() !== root; node = walker.nextSibling()) {
      if (!depth) return undefined;
      leave();
    }
  }
  end();
  return lines;
}
