import { FACTS, type Facts } from './facts.ts';

/**
 * How each fact is found: its label as panels write it (plain ASCII, so that it matches in any charset), and the shape
 * of its value. A word of prose behind the label ("znajdziesz", "brak") is no support number.
 */
const SHAPES: Record<keyof Facts, [label: RegExp, value: RegExp]> = {
  supportNumber: [
    /n(?:ume)?r\spomocy\stechnicznej/i,
    /^(?!(?:[A-Z]?[a-z]+|BRAK|-+)(?![\w-]))[A-Za-z0-9-]{4,32}(?=$| ?[(,;])/,
  ],
  installUrl: [/(?:domena|adres)\ssklepu/i, /^(?:https?:\/\/)?[^\s/.]+\.\S+/i],
  shopVersion: [/wersja\ssklepu/i, /^\d+(?:\.\d+)+/],
};

/** Elements that end a row: beyond them a value belongs to another label. */
const ROW_ENDS = /^(?:TR|[DOU]L|LI|BODY)$/;

const NEVER_READ = /^(?:SCRIPT|STYLE|TEXTAREA)$/;

/**
 * Reads the facts on a page. A fact that is missing or has two values (an address with and without its scheme is one)
 * is left out: asking is better than helping the wrong shop. Hidden text counts: the home page may have the number in a
 * closed tab.
 */
export function readFacts(body: Element): Facts {
  const facts: Facts = {};
  const lines = linesOf(body);
  for (const fact of FACTS) {
    const [label, shape] = SHAPES[fact];
    const values = new Map<string, string>();
    for (const text of textsLabelled(body, label, lines)) {
      const match = shape.exec(text);
      if (match) values.set(match[0].replace(/^https?:\/\/|www\.|\/$/g, ''), match[0]);
    }
    const [value, other] = values.values();
    if (!other) facts[fact] = value;
  }
  return facts;
}

/** For each smallest element with the label: the texts that the label points to, perhaps empty. */
function textsLabelled(element: Element, label: RegExp, lines = linesOf(element)): string[] {
  const [, ...texts] = lines.split(label);
  if (!texts.length) return [];
  const deeper = ([] as string[]).concat(...[...element.children].map((child) => textsLabelled(child, label)));
  return deeper.length ? deeper : texts.map((text) => firstLine(text) || textBeside(element));
}

/** The text after an element in its row: right beside it, or beside a cell that it fills alone. */
function textBeside(element: Element): string {
  for (let node: Node | null = element; node && !ROW_ENDS.test(node.nodeName); node = node.parentNode) {
    for (let next = node.nextSibling; next; next = next.nextSibling) {
      const text = firstLine(linesOf(next));
      if (text || (next instanceof Element && next.nodeName !== 'BR')) return text;
    }
  }
  return '';
}

/**
 * The text of a node, one line for each text node and text field; hidden fields are skipped, as they hold tokens.
 * Without `instanceof`: the first use of a class such as HTMLInputElement takes a browser longer than reading the page.
 * Custom elements may have a type and any value too.
 */
function linesOf(node: Node): string {
  if (/^(?:text|url)$/.test((node as HTMLInputElement).type)) return tidy(`${(node as HTMLInputElement).value}`);
  if (node.nodeName === '#text') return tidy((node as Text).data);
  return NEVER_READ.test(node.nodeName) ? '' : [...node.childNodes].map(linesOf).join('');
}

/** White space of every kind becomes one space; the zero-width characters that copying leaves behind go. */
function tidy(text: string): string {
  return `${text
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\u2060\ufeff\xad]/g, '')
    .replace(/\s+/g, ' ')
    .trim()}\n`;
}

function firstLine(text: string): string {
  return (/[^\s:].*/.exec(text) || [''])[0];
}
