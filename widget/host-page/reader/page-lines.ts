import { type Label, labelsIn } from './labels.ts';
import { LINK, TAG } from './values.ts';

export interface Row {
  table: Table;
  index: number;
  /** its cells by column */
  cells: Cell[];
  /** it has cells of heads only, or stands in the head */
  isHead: boolean;
  /** the part of the table that it stands in */
  isIn: string;
}

interface Table {
  rows: Row[];
  /** by column: the first row that no cell from above reaches into */
  free: number[];
}

export interface Cell {
  row: Row;
  column: number;
  columns: number;
  isHead: boolean;
  lines: Line[];
}

/** A line of a page, as a person would read it: what no block, line break or cell divides. */
export interface Line {
  /** its text, with `TAG` and `LINK` at the borders of tags; empty where a value could stand and none does */
  text: string;
  labels: Label[];
  index: number;
  /** how deep the element lies that this line has in common with the one before, and its name */
  depth: number;
  within: string;
  cell?: Cell | undefined;
  /** the field that the line is the label of, by its id */
  field?: string | undefined;
  /** the line is an attribute: how deep its element lies */
  named?: number;
}

/** What is in force inside an element. */
interface Scope {
  name: string;
  table?: Table;
  row?: Row;
  cell?: Cell;
  field?: string;
  /** how much of the page had been met when the element began */
  met: number;
}

const INLINE =
  /^(?:A|ABBR|B|BDI|BDO|BIG|BUTTON|CITE|CODE|DATA|DFN|EM|FONT|I|INS|KBD|MARK|NOBR|OUTPUT|Q|SAMP|SMALL|SPAN|STRONG|SU[BP]|TIME|TT|U|VAR)$/;

/** What is no text for people, or struck out; pictures; and what people write themselves, where nobody may look. */
const LEFT_OUT = /^(?:HEAD|SCRIPT|STYLE|NOSCRIPT|TEMPLATE|DATALIST|WBR|OBJECT|S|STRIKE|DEL)$/;
const PICTURE = /^(?:IMG|SVG|CANVAS)$/i;
const WRITTEN = /^(?:TEXTAREA|SELECT)$/;

/** Elements that hold a value: with nothing in them the value is missing. */
const HOLDERS = /^(?:T[DH]|DD|DIV|P)$/;

const ATTRIBUTES = ['title', 'placeholder', 'aria-label', 'data-label'];

/** Elements that an attribute may name, and what can be written into. */
const SPECIAL = `${ATTRIBUTES.flatMap((name) => ['pom', 'sklep', 'wersja'].map((word) => `[${name}*=${word} i]`))},[contenteditable]`;

/** A label that a line break divides goes on. */
const DIVIDED = /(?:n(?:ume)?r|pom(?:ocy|\.)|adres|domena|url|wersja)\s*$/i;

/** Long texts are no labels with values: they are not looked at. */
const LONGEST = 10_000;
const LONG_LINE = 1000;

/** White space of every kind becomes one space; what nobody sees goes. */
export function tidy(text: string): string {
  return (/[^\0-\u017f]/.test(text) ? text.normalize('NFKC') : text)
    .replace(/[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ');
}

/** The value of a text field, empty without one; nothing for what is no text field. */
export function fieldText(field: Element): string | undefined {
  const { type, value } = field as HTMLInputElement;
  return /^(?:text|url)$/.test(type) ? tidy(`${value}`.slice(0, LONGEST)).trim() : undefined;
}

/**
 * The lines of a page, in one pass that costs as much for each node wherever it lies.
 * @param go asked at each node: false ends the pass; a promise lets the page go on before
 * @returns with the frames of the page; nothing for a page that was not read to its end
 */
export async function linesOf(
  page: Document,
  go: () => Promise<boolean> | boolean,
): Promise<{ lines: Line[]; frames: Document[] } | undefined> {
  const root = page.documentElement;
  const special = new Set(root.querySelectorAll(SPECIAL));
  const walker = page.createTreeWalker(root, 5);
  const scopes: Scope[] = [{ name: 'HTML', met: 0 }];
  const lines: Line[] = [];
  const frames: Document[] = [];
  let depth = 0;
  /** the lowest that the pass has been since the last line */
  let low = 0;
  let met = 0;
  let line: Line | undefined;

  function begin(text: string): Line {
    const { name: within } = scopes[low] as Scope;
    const { cell, field } = scopes[depth] as Scope;
    line = { text, labels: [], index: 0, depth: low, within, cell, field };
    low = depth;
    return line;
  }

  function end(): void {
    if (!line) return;
    const ended = line;
    line = undefined;
    const text = ended.text.replace(/^\s+|\s+$/g, '');
    // Marks alone divide nothing; strokes and dots may mean that there is no value.
    if (ended.text && /^(?!.*\*\*)[^\p{L}\p{N}._\u2013\u2014-]*$/u.test(text)) {
      low = Math.min(low, ended.depth);
      return;
    }
    keep(ended, text);
  }

  function keep(ended: Line, text: string): void {
    ended.text = text;
    ended.labels = labelsIn(text);
    ended.index = lines.push(ended) - 1;
    ended.cell?.lines.push(ended);
  }

  /** A line of its own: a field, an attribute, or nothing where a value could stand. */
  function alone(text: string): Line {
    end();
    const one = begin(text);
    line = undefined;
    keep(one, text);
    return one;
  }

  function border(name: string): void {
    if (line) line.text += name === 'A' ? LINK : TAG;
  }

  /** Whether what is inside an element is to be read. */
  function enter(node: Element, name: string): boolean {
    const outer = scopes[depth] as Scope;
    const scope: Scope = { ...outer, name, met };
    if (LEFT_OUT.test(name)) return false;
    depth += 1;
    scopes[depth] = scope;
    if (PICTURE.test(name)) {
      met += 1;
      return false;
    }
    if (INLINE.test(name)) border(name);
    else if (name !== 'BR') end();
    else if (!line || !DIVIDED.test(line.text)) end();
    else line.text += ' ';
    if (name === 'TABLE') scope.table = { rows: [], free: [] };
    if (name === 'TR' && scope.table) {
      const { rows } = scope.table;
      scope.row = { table: scope.table, index: rows.length, cells: [], isHead: true, isIn: outer.name };
      rows.push(scope.row);
    }
    if (/^T[DH]$/.test(name) && scope.row) scope.cell = cellOf(node as HTMLTableCellElement, scope.row);
    if (name === 'LABEL') scope.field = (node as HTMLLabelElement).htmlFor;
    if (special.has(node) && name !== 'FORM') {
      if (/^(?!false)/.test(node.getAttribute('contenteditable') ?? 'false')) {
        alone('');
        return false;
      }
      for (const attribute of ATTRIBUTES) {
        const text = tidy(node.getAttribute(attribute) || '').trim();
        const [label] = labelsIn(text);
        if (label && !label.at && /^[\s:*]*$/.test(text.slice(label.end))) alone(text).named = depth;
      }
    }
    if (WRITTEN.test(name)) alone('');
    if (name === 'INPUT') {
      const text = fieldText(node);
      if (text !== undefined) alone(text);
      else if (!/^(?:hidden|button|submit|reset|image)$/.test((node as HTMLInputElement).type)) alone('');
      met += 1;
    }
    if (name === 'BUTTON' && !/\d/.test(node.textContent)) {
      met += 1;
      return false;
    }
    if (/^I?FRAME$/.test(name)) {
      const { contentDocument } = node as HTMLIFrameElement;
      if (contentDocument && contentDocument.designMode !== 'on') frames.push(contentDocument);
      return false;
    }
    return !WRITTEN.test(name);
  }

  function leave(): void {
    const { name, met: before } = scopes[depth] as Scope;
    if (INLINE.test(name)) border(name);
    else if (name !== 'BR') end();
    if (met === before) {
      if (name === 'I') met += 1;
      if (HOLDERS.test(name)) alone('');
    }
    depth -= 1;
    low = Math.min(low, depth);
  }

  function read(data: string): void {
    if (data.length > LONGEST) {
      met += 1;
      alone('');
      return;
    }
    const text = tidy(data);
    if (text.trim()) {
      met += 1;
      if (line && line.text.length > LONG_LINE && !DIVIDED.test(line.text)) end();
      if (!line) begin('');
      low = depth;
      (line as unknown as Line).text += text;
    } else if (line && text) line.text += ' ';
  }

  for (let node = walker.firstChild(); node; ) {
    const going = go();
    if (going !== true && !(await going)) return undefined;
    // A form may have a field of any name, which is in the way of the form's own.
    const name = typeof node.nodeName === 'string' ? node.nodeName : 'FORM';
    const outside = depth;
    if (name === '#text') read((node as Text).data);
    else if (enter(node as Element, name)) {
      node = walker.firstChild();
      if (node) continue;
    }
    if (depth > outside) leave();
    for (node = walker.nextSibling(); !node && walker.parentNode() !== root; node = walker.nextSibling()) {
      // The page changed under the pass.
      if (!depth) return undefined;
      leave();
    }
  }
  end();
  return { lines, frames };
}

function cellOf(node: HTMLTableCellElement, row: Row): Cell {
  const { free } = row.table;
  const isHead = node.nodeName === 'TH';
  let column = 0;
  while ((free[column] || 0) > row.index) column += 1;
  const columns = Math.min(node.colSpan, 50);
  const cell: Cell = { row, column, columns, isHead, lines: [] };
  for (let next = column; next < column + columns; next += 1) {
    free[next] = row.index + node.rowSpan;
    row.cells[next] = cell;
  }
  if (!isHead && row.isIn !== 'THEAD') row.isHead = false;
  return cell;
}
