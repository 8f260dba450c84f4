import { fold, foldToWords } from './fold.ts';

/** Only this many first letters of a searched word count: the index holds no more of a word. */
export const LETTERS_THAT_COUNT = 10;

/** The words of a text as the search compares them. */
export function wordsThatCount(text: string): string[] {
  return foldToWords(text).split(' ').filter(Boolean).map(countedLetters);
}

function countedLetters(word: string): string {
  return [...word].slice(0, LETTERS_THAT_COUNT).join('');
}

/** The digits of a telephone number, a Polish one without its country. */
export function nationalPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.replace(/^(?:00)?48(?=\d{9}$)/, '');
}

/** So many digits in groups are a telephone number, or the beginning of one. */
const LEAST_OF_PHONE = 6;

/** A Polish telephone number. */
const WHOLE_PHONE = 9;

/**
 * One part of a question: it is met where all words of any of its ways are found, each begun only. A word has one way; a
 * telephone number has one for each way of writing it.
 */
export type SearchTerm = readonly (readonly string[])[];

/** The parts of a question, all of which must be met; none where it has no letter and no digit. */
export function searchTerms(asked: string): SearchTerm[] {
  const words = foldToWords(asked).split(' ').filter(Boolean);
  const terms: SearchTerm[] = [];
  for (let at = 0; at < words.length; ) {
    const run = words.slice(at).findIndex((word) => !/^\d+$/.test(word));
    const numbers = words.slice(at, run < 0 ? undefined : at + run);
    if (isPhone(numbers)) {
      terms.push(waysOf(numbers));
      at += numbers.length;
    } else terms.push([[countedLetters(words[at++] ?? '')]]);
  }
  return terms;
}

function isPhone(numbers: readonly string[]): boolean {
  const digits = numbers.join('').length;
  return numbers.length > 1 ? digits >= LEAST_OF_PHONE : digits >= WHOLE_PHONE;
}

function waysOf(numbers: readonly string[]): SearchTerm {
  const phone = nationalPhone(numbers.join(''));
  const groups = phone.match(/\d{1,3}/g) ?? [];
  const asTyped = numbers.map(countedLetters);
  const ways = [[countedLetters(phone)], groups, asTyped];
  return ways.filter((way, at) => ways.findIndex((other) => `${other}` === `${way}`) === at);
}

/** A piece of a text; `isHit` where a question found it. */
export interface TextPart {
  text: string;
  isHit: boolean;
}

/** A text in parts, those that any word of the question begins a word with marked. Never markup: the parts are the text. */
export function markWords(text: string, terms: readonly SearchTerm[]): TextPart[] {
  const words = terms.flat(2);
  const parts: TextPart[] = [];
  let last = 0;
  for (const { 0: token, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const hit = Math.max(0, ...words.map((word) => lettersOf(token, word)));
    if (hit === 0) continue;
    if (index > last) parts.push({ text: text.slice(last, index), isHit: false });
    parts.push({ text: token.slice(0, hit), isHit: true });
    last = index + hit;
  }
  if (last < text.length) parts.push({ text: text.slice(last), isHit: false });
  return parts;
}

/** How many code units of a word a searched one covers; 0 where it does not begin it. */
function lettersOf(token: string, word: string): number {
  if (!fold(token).startsWith(word)) return 0;
  let folded = '';
  let units = 0;
  for (const letter of token) {
    if (folded.length >= word.length) break;
    folded += fold(letter);
    units += letter.length;
  }
  // Marks that stand by themselves belong to the letter before them.
  return units + (token.slice(units).match(/^\p{M}+/u)?.[0].length ?? 0);
}
