import { compile, type DomNode, type FormatCallback } from 'html-to-text';

/** Longest HTML that is read, in UTF-16 code units: a long letter, and its reading keeps the process for less than a second. */
export const HTML_LENGTH = 300_000;

/** Deepest element that is read. */
const DEPTH = 100;

/** Elements open at a time above which the library takes seconds; browsers flatten what is deeper than 512. */
const MOST_OPEN = 1000;

/** Longest address of a link that is written out. */
const HREF_LENGTH = 500;

/** A link with where it leads, unless its words say so: agents see where a link that looks like another leads. */
const formatLink: FormatCallback = (element, walk, builder) => {
  const href = (element.attribs?.href ?? '').trim();
  walk(element.children, builder);
  if (!/^https?:\/\//i.test(href)) return;
  const words = wordsOf(element.children);
  if (!words.trim() || bareAddress(words) === bareAddress(href)) return;
  builder.addInline(` (${href.slice(0, HREF_LENGTH)})`, { noWordTransform: true });
};

/** The place of a picture: its file's name where it came with the letter, else its description. Nothing is fetched. */
const formatPicture: FormatCallback = (element, _walk, builder, options) => {
  const { src = '', alt = '' } = element.attribs ?? {};
  const names = options.names as ReadonlyMap<string, string>;
  const cid = /^cid:(.+)$/i.exec(src.trim())?.[1];
  const mark = (cid && names.get(cid)) || alt.trim();
  if (mark) builder.addInline(`[${mark.slice(0, HREF_LENGTH)}]`, { noWordTransform: true });
};

/**
 * HTML of a letter as text. It is never shown as HTML. Hidden text stays: whoever hides it wants a reader to act on it.
 * @param pictures names of files by what `cid:` names them by
 * @returns also whether there was more than is read
 */
export function htmlInText(html: string, pictures: ReadonlyMap<string, string>): { text: string; isCut: boolean } {
  const convert = compile({
    wordwrap: false,
    limits: { maxDepth: DEPTH },
    formatters: { link: formatLink, picture: formatPicture },
    selectors: [
      { selector: 'a', format: 'link' },
      { selector: 'img', format: 'picture', options: { names: pictures } },
      // Outlook writes each line as a paragraph of its own, and a blank line as one more.
      { selector: 'p.MsoNormal', format: 'paragraph', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: 'table', format: 'block' },
      { selector: 'hr', format: 'skip' },
    ],
  });
  const read = html.slice(0, HTML_LENGTH).replace(/\0/g, '');
  const text = (isTooDeep(read) ? read.replace(/<[^<>]{0,2000}>/g, '\n') : convert(read))
    .replace(/[ \t\u00a0]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n');
  return { text, isCut: html.length > HTML_LENGTH };
}

/** Whether more elements are open at a time than are read. An end that closes nothing is passed over, as parsers do. */
function isTooDeep(html: string): boolean {
  const open = new Map<string, number>();
  let count = 0;
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9:-]{0,40})/gi)) {
    const key = name.toLowerCase();
    const before = open.get(key) ?? 0;
    if (SELF_CLOSED.has(key) || (slash && before === 0)) continue;
    open.set(key, before + (slash ? -1 : 1));
    count += slash ? -1 : 1;
    if (count > MOST_OPEN) return true;
  }
  return false;
}

/** Elements that hold nothing, or that the next one of their kind closes. */
const SELF_CLOSED = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd option tr td th thead tbody tfoot'.split(
    ' ',
  ),
);

function wordsOf(nodes: readonly DomNode[] | undefined): string {
  return (nodes ?? []).map((node) => (node.data ?? '') + wordsOf(node.children)).join('');
}

function bareAddress(text: string): string {
  return text
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '')
    .toLowerCase();
}
