import { afterSeparator } from './values.ts';

/**
 * The labels of the facts in the order of `FACTS`, as panels write them, and what may follow: letters of plain ASCII, so
 * that they match in any charset. Behind each letter may be white space and the borders of tags.
 */
const WORDS =
  '(?:(n(ume)?r\\W*pom(ocy)?\\W*tech(n|nicznej)?\\.?)|((domena|adres|url)(w|url|internetowy)*sklepu)|wersja(sklepu|programu|oprogramowania|shopgold))(w|sklep(u|ie)|programu|internetowego|url)*';

/**
 * The label of what was says nothing about this shop, and a letter before or behind makes it another word. At its end may
 * stand "(URL)".
 */
const LABEL = new RegExp(
  `(?<![\\p{L}\\d]|(?:star|poprz|daw|inn|przyk)\\p{L}* )(?:tw\\S+ )?${WORDS.replace(/[a-z]/g, '$&\\s*')}(?![\\p{L}\\d]|\\.\\p{L})(\\s*\\([^()]{1,40}\\))?`,
  'giu',
);

export interface Label {
  /** which of `FACTS` it names */
  fact: number;
  /** the text before it */
  front: string;
  /** the text behind it, as far as the next one */
  behind: string;
  isLast: boolean;
}

/** Every label in a text. */
export function labelsIn(text: string): Label[] {
  return [...text.matchAll(LABEL)].map(({ 0: label, 1: number, 5: address, index: at }, place, all) => ({
    fact: number ? 0 : address ? 1 : 2,
    front: text.slice(0, at),
    behind: text.slice(at + label.trimEnd().length, all[place + 1]?.index),
    isLast: !all[place + 1],
  }));
}

/** Whether a text is a label and nothing else, or says whose. */
export function isLabel(text: string): boolean {
  const [label] = labelsIn(text);
  return label?.front === '' && !afterSeparator(label.behind);
}
