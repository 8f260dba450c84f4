import { hostOf } from '../page-address.ts';

/** In the text of a line: the border of a tag. It has no other white space than these and single spaces. */
export const TAG = '\t';
/** In the text of a line: the border of a link; twice, a line break. */
export const BREAK = '\n';

const MARKS = '[\\s*?#"\'\u201e\\p{Pf}\\p{So}]*';

/** What stands between a label and its value: white space, marks and icons, one separator; buttons that are words. */
const BETWEEN = new RegExp(
  `^${MARKS}(\\.{2,} ?)?(([:=|\xb7\u2022\u2192>]|\\p{Pd}(?!\\s*\\n\\n))${MARKS})?((s?kopiuj|copy|i|[a-z]+_\\w+)(?!\\S)${MARKS})*`,
  'iu',
);

/**
 * The end of a value: of its line, a bar, a bracket, punctuation, a border of tags or a word, and behind them no further
 * part, number or address. A word that is glued to it may be the rest of it, unless it begins with a capital letter.
 */
const END =
  /^(\s*($|[|\xb7\u2022<>"'\p{Ps}\p{Pe}\p{Pf}])|((\s*[,;/]|\.(?=\s|$)|\s+\p{Pd}\s)(?!\s*[\w-]*\d)|\s*\n(?!\s*[\w-]*\d[\w-]*\s*(\n|$))|(\t+(?=\p{Lu}|s?kopiuj)|\s* \s*)\p{Lu}?\p{Ll}+(?![\p{L}\d]))(?!\s+[^\s@]+\.\p{Ll}{2}))/u;

/** What each of `FACTS` looks like at the beginning of a text, and what looks like it and is none. */
const SHAPES: readonly (readonly [shape: RegExp, other: RegExp])[] = [
  [
    // Digits and a word: so many of something.
    /^(?!\d+ +\p{L})[a-z\d][a-z\d-]{2,30}[a-z\d](?![\p{L}\w-])/iu,
    // Words, dates, telephones, years, groups of digits, amounts.
    /^(\D+|[\d-]*-[\d-]*|\d+-[a-zIVX]+-\d+|0*(48)?\d{9}|(19|20)\d\d(r|[01]\d[0-3]\d)?|\d+(h|zl|PLN|dni|[GM]B))$/,
  ],
  [
    /^(https?:\/\/(?=[^/]*[.:]|localhost)|(?=localhost:\d|www\.|[\p{L}\w.-]*\.(xn--[a-z\d-]+|[a-z]{2,})(?!\.?[\p{L}\w-])))[\p{L}\w.-]*[\p{L}\d](:\d+)?([/?#]([\w/?#=&%~+.-]*[\w/=])?)?/iu,
    // A street, without a space; a sentence that begins behind a dot.
    /^\p{L}(\.|\p{L}{0,2}\.[^./:]{4,}$)|^[^/:]*\.[A-Z][a-z]+(?![^/?#])/u,
  ],
  [/(?<=^(v(er)?\.? ?)?)\d+(\.\d+)+(?![\p{L}\w@/-]|\t*\.?\d)/iu, /(^|\.)(19|20)\d\d(\.|$)/],
];

/** The text behind a label from where its value would begin. */
export function afterSeparator(text: string): string {
  return text.replace(BETWEEN, '');
}

/**
 * The value that a text begins with, when nothing speaks against it: what may be a part of something longer, or one of
 * several, is none.
 * @param fact which of `FACTS` it is to be
 * @returns empty for none
 */
export function valueIn(fact: number, text: string): string {
  const [shape, other] = SHAPES[fact] as (typeof SHAPES)[number];
  const [value = ''] = shape.exec(text) || [];
  return !other.test(value) && (fact > 1 || END.test(text.slice(value.length))) ? value : '';
}

/** What two spellings of one address have in common: neither scheme, `www.` nor the case of the host tells apart. */
export function sameAddress(address: string): string {
  return hostOf(address) + address.replace(/^(\w+:\/\/)?[^/?#]*|\/$/g, '');
}
