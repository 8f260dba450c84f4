import type { Fact } from './labels.ts';

/** Between pieces of a line: a border of tags. */
export const TAG = '\t';
/** The same, of a link. */
export const LINK = '\n';

const MARKS = `(?:[\\s*?"'\u201e\u201d\ufe0f]|\\p{So})*`;

/** What stands between a label and its value: white space, borders of tags, marks and one separator. */
const BETWEEN = new RegExp(`^${MARKS}(?:(?:[:=|\xb7\u2022\u2192\xbb>\u2013\u2014-]|\\.{2,})${MARKS})?`, 'u');

/** Words of buttons and names of icons that stand before a value. */
const CONTROL = /^(?:s?kopiuj|copy|poka\p{L}+|info|help|link|i|[a-z]+_[a-z_]+)(?!\S)/iu;

/** Dates, telephones, years, groups of digits, amounts. */
const NO_NUMBER =
  /^[\d-]*-[\d-]*$|^\d{4}-\d\d-|^\d{1,4}-(?:[a-z]{3,}|[IVX]+)-\d|^(?:(?:00)?48|0)?\d{9}$|^(?:19|20)\d\d(?:r|(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]))?$|^\d+(?:h|zl|pln|eur|dni|godz|min|szt|[kmg]b)$/;

const NO_VERSION = /^\d\d?\.\d\d?\.(?:19|20)\d\d$|^(?:19|20)\d\d\.\d\d\.\d\d$/;

/** Abbreviations as streets and offices have them, and files. */
const NO_HOST =
  /^(?:ul|al|os|pl|\u015bw|sw|im|gen|ks|dr|nr|lok|tel|fax|woj|m|np)\.[^.]+$|\.(?:php|html?|pdf|png|jpe?g)$/i;

const WITH_SCHEME = /^https?:\/\/(?:[\p{L}\p{N}_-]+(?::\d|\.[\p{L}\p{N}_-]+)|localhost(?![^/?#]))[^@]*$/iu;

const WITHOUT_SCHEME =
  /^(?:localhost:\d+|(?:[\p{L}\p{N}-]+\.)+(?:[a-z]{2,}|[A-Z]{2,}|xn--[a-z\d-]+)\.?)(?:[:/?#][^@]*)?$/u;

/** The text behind a label from where its value would begin. */
export function afterSeparator(text: string): string {
  const value = text.replace(BETWEEN, '');
  const rest = value.replace(CONTROL, '');
  return rest === value ? value : afterSeparator(rest);
}

/** Whether a text is nothing but such words. */
export function isControl(text: string): boolean {
  return CONTROL.test(text) && !afterSeparator(text);
}

/**
 * The value that a text begins with, when nothing speaks against it: what may be a part of something longer, or one of
 * several, is none.
 * @param isNamed a colon stands between the label and the text: words may follow a value
 */
export function valueIn(fact: Fact, text: string, isNamed?: boolean): string | undefined {
  return { supportNumber: numberIn, installUrl: addressIn, shopVersion: versionIn }[fact](text, isNamed);
}

function numberIn(text: string, isNamed?: boolean): string | undefined {
  const [value = ''] = /^[a-z\d][a-z\d-]{2,30}[a-z\d](?![\p{L}\p{N}_-])/iu.exec(text) || [];
  if (!/\d/.test(value) || NO_NUMBER.test(value)) return undefined;
  const mayHaveWords = isNamed && value.length > 5 && /[a-z]/i.test(value);
  return isEnd(text.slice(value.length), mayHaveWords) ? value : undefined;
}

function versionIn(text: string): string | undefined {
  const [whole = '', value = ''] =
    /^(?:(?:v|ver|wer|shopgold)\.?\s?)?(\d+(?:\.\d+)+)(?![\p{L}\p{N}_@/-]|\.\d|\s?(?:z[\u0142l]|pln|%|[kmg]b))/iu.exec(
      text,
    ) || [];
  return value && !NO_VERSION.test(value) && !goesOn(text.slice(whole.length)) ? value : undefined;
}

function addressIn(text: string): string | undefined {
  const [token = ''] = /^[^\s|\xb7\u2022,;()[\]{}<>"\u201e\u201d'\u2019\xab\xbb\u2013\u2014]+/.exec(text) || [];
  const value = token.replace(/[.:!?]+$/, '');
  const rest = text.slice(token.length);
  if (goesOn(rest)) return undefined;
  const isPlain = WITHOUT_SCHEME.test(value) && (/^www\./i.test(value) || (!NO_HOST.test(value) && isEnd(rest)));
  if (!isPlain && !WITH_SCHEME.test(value)) return undefined;
  const [, another] = /^\s*(?:[,;/]|i|lub|oraz)\s+(.+)/.exec(rest) || [];
  const other = another && addressIn(another);
  return other && sameAddress(other) !== sameAddress(value) ? undefined : value;
}

/** What two spellings of one address have in common: neither scheme, `www.` nor the letters of the host tell apart. */
export function sameAddress(address: string): string {
  return address
    .replace(/^(?:https?:\/\/)?(?:www\.)?([^/?#:]*?)\.?(?=[/?#:]|$)/i, (_, host: string) => host.toLowerCase())
    .replace(/\/$/, '');
}

/** Whether a text goes on with the very word that a tag has split. */
function goesOn(rest: string): boolean {
  return /^\t+(?![sS]?kopiuj|\p{Lu}\p{Ll})[.:/-]?[\p{L}\p{N}]/u.test(rest);
}

/** Whether a value ends where a text begins: no further group, part or number follows. */
function isEnd(rest: string, mayHaveWords?: boolean): boolean {
  const [gap = ''] = /^\s*/.exec(rest) || [];
  const next = rest.slice(gap.length);
  if (!next || /^[|\xb7\u2022()[\]{}<>"\u201d\xbb'\u2019]/.test(next)) return true;
  const [stop] = /^(?:[,;](?!\d)|\.(?![\w.])|[\u2013\u2014/])\s*/.exec(next) || (gap && /^-\s+/.exec(next)) || [];
  if (stop) return !/^[a-z-]*\d/i.test(next.slice(stop.length));
  const [word = ''] = /^\S+/.exec(next) || [];
  if (!gap || goesOn(rest) || /\d/.test(word)) return false;
  if (gap.includes(LINK)) return true;
  if (/[A-Z]{2}|[a-z][A-Z]/.test(word)) return false;
  return gap.includes(TAG) || (!!mayHaveWords && /^\p{L}\p{Ll}*/u.test(word));
}
