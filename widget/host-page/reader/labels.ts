import { FACTS, type Facts } from '../facts.ts';

export type Fact = keyof Facts;

/**
 * The labels of each fact, as panels write them: plain ASCII, so that they match in any charset. A `~` stands for white
 * space and the borders of tags, which may also run through a word.
 */
const WORDS: Record<Fact, string> = {
  supportNumber: 'n(?:ume)?r\\.?~pom(?:ocy|\\.)?~tech(?:nicznej|(?:n|)\\.?)',
  installUrl: '(?:domena|(?:adres|url)(?:~(?:www|url|internetowy|strony|domeny))?)~(?:(?:twojego|tego)~)?sklepu',
  shopVersion: 'wersja~(?:(?:twojego|tego)~)?(?:sklepu|programu|oprogramowania|shopgold)',
};

/** What may follow: "sklepu", "w sklepie", "(URL)". */
const MORE = '(?:~(?:twojego|tego|dla|w|sklepu|sklepie|programu|panelu|licencji|internetowego|shopgold|www|url))*';

const source = `(?:${FACTS.map((fact) => `(${WORDS[fact]})`).join('|')})${MORE}`
  .replace(/(?<!\\)[a-z]/g, '$&\\t*')
  .replace(/~/g, '\\s*');

const LABEL = new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])(?:\\s*\\([^()]{1,40}\\))?`, 'giu');

/** A label of what was, or of what is elsewhere, says nothing about this shop. */
const NOT_THIS = /(?:star|poprz|daw|by\u0142|inn|nieakt|przyk|b\u0142\u0119d)\p{L}*\s*$/iu;

export interface Label {
  fact: Fact;
  /** where it begins in its text */
  at: number;
  /** where what follows it begins */
  end: number;
}

/** Every label in a text. */
export function labelsIn(text: string): Label[] {
  const labels: Label[] = [];
  for (const match of text.matchAll(LABEL)) {
    const fact = FACTS.find((_, index) => match[index + 1]);
    if (fact && !NOT_THIS.test(text.slice(Math.max(0, match.index - 40), match.index)))
      labels.push({ fact, at: match.index, end: match.index + match[0].length });
  }
  return labels;
}
