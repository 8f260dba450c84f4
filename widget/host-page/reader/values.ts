import { hostOf } from '../page-address.ts';

/** In the text of a line: the border of a tag. It has no other white space than these and single spaces. */
export const TAG = '\t';
/** In the text of a line: the border of a link. */
export const LINK = '\n';

const MARKS = '([\\s*?#"\'\u201e\u201d]|\\p{So})*';

/** What stands between a label and its value: white space, marks and icons, one separator; buttons that are words. */
const BETWEEN = new RegExp(
  `^${MARKS}(\\.{2,} ?)?([:=|\xb7\u2022\u2192>\u2013\u2014-]${MARKS})?((s?kopiuj|copy|i|[a-z]+_[a-z_]+)(?!\\S)${MARKS})*`,
  'iu',
);

/**
 * The end of a value: of its line, a bar, a bracket, punctuation, a border of tags or a word, and behind them no further
 * part or number. A word that is glued to it may be the rest of it, unless it begins with a capital letter.
 */
const END =
  /^(\s*($|[|\xb7\u2022()[\]{}<>"\u201d\xbb'\u2019])|(\s*[,;/\u2013\u2014]|\.(?=\s|$)|\s+-\s|[\t ]*\n)(?!\s*[A-Za-z-]*\d)|(\t+(?=\p{Lu}|s?kopiuj)|\s* \s*)\p{Lu}?\p{Ll}+(?![\p{L}\d]))/u;

/** Words, dates, telephones, years, groups of digits, amounts. */
const NO_NUMBER =
  /^(\D+|[\d-]*-[\d-]*|\d+-([a-z]{3,}|[IVX]+)-\d+|((00)?48|0)?\d{9}|(19|20)\d\d(r|[01]\d[0-3]\d)?|\d+(h|zl|PLN|dni|[GM]B))$/;

/** The text behind a label from where its value would begin. */
export function afterSeparator(text: string): string {
  return text.replace(BETWEEN, '');
}

/**
 * The value that a text begins with, when nothing speaks against it: what may be a part of something longer, or one of
 * several, is none.
 * @param fact which of `FACTS` it is to be
 */
export function valueIn(fact: number, text: string): string | undefined {
  return [numberIn, addressIn, versionIn][fact]?.(text);
}

function numberIn(text: string): string | undefined {
  const [value = ''] = /^[a-z\d][a-z\d-]{2,30}[a-z\d](?![\p{L}\d_-])/iu.exec(text) || [];
  // Digits and a word: so many of something.
  const isOne = !NO_NUMBER.test(value) && !/^\d+ +\p{L}/u.test(text);
  return isOne && END.test(text.slice(value.length)) ? value : undefined;
}

function versionIn(text: string): string | undefined {
  const [, value = ''] = /^(?:v(?:er)?\.? ?)?(\d+(?:\.\d+)+)(?![\p{L}\d_@/-]|\t*\.?\d)/iu.exec(text) || [];
  return /\.(19|20)\d\d$|^(19|20)\d\d\.|^$/.test(value) ? undefined : value;
}

function addressIn(text: string): string | undefined {
  const [value = '', scheme, host = '', port] =
    /^(https?:\/\/|(?=www\.))?([\p{L}\d_.-]*[\p{L}\d])(:\d+)?(?:[/?#](?:[\w/?#=&%~+.-]*[\w/=])?)?/iu.exec(text) || [];
  const rest = text.slice(value.length);
  // Without a scheme "ul.Dluga" may be a street.
  const isAddress = /\.([a-z]{2,}|[A-Z]{2,}|xn--[a-z\d-]+)$/.test(host)
    ? scheme != null || !/^\p{L}(\.|\p{L}{0,2}\.[^.]{4,}$)/u.test(host)
    : scheme
      ? port || /\.|^localhost$/.test(host)
      : port && host === 'localhost';
  const isOneOfTwo = /^\s*([,;/]|i|lub|oraz)\s+[^\s@]+\.[a-z]{2}/i.test(rest);
  return isAddress && !isOneOfTwo && END.test(rest) ? value : undefined;
}

/** What two spellings of one address have in common: neither scheme, `www.` nor the case of the host tells apart. */
export function sameAddress(address: string): string {
  return hostOf(address) + address.replace(/^(?:https?:\/\/)?[^/?#]*|\/$/gi, '');
}
