import { afterSeparator } from './values.ts';

/**
 * The labels of the facts in the order of `FACTS`, as panels write them: plain ASCII, so that they match in any charset.
 * Behind them, what may follow. A `~` stands for white space and the borders of tags, which may run through a word too.
 */
const WORDS =
  '(?:(n(?:ume|)r\\.?~pom(?:ocy|\\.)~tech(?:nicznej|n|)\\.?)|((?:domena|adres|url)(?:~www|~url|~internetowy)?~sklepu)|(wersja~(?:sklepu|programu|oprogramowania|shopgold)))(?:~(?:w|sklepu|sklepie|programu|internetowego|www|url))*';

/** At its end may stand "(URL)". */
const LABEL = new RegExp(
  `${WORDS.replace(/[a-z]/g, '$&\\t*').replace(/~/g, '\\s*')}(?![\\p{L}\\d]|\\.\\p{L})(?:\\s*\\([^()]{1,40}\\))?`,
  'giu',
);

/** What makes it another word, or the label of what was, which says nothing about this shop. */
const NOT_BEHIND = /([\p{L}\d]|(star|poprz|daw|inn|przyk)\p{L}* )$/iu;

export interface Label {
  /** which of `FACTS` it names */
  fact: number;
  /** where it begins in its text */
  at: number;
  /** where what follows it begins */
  end: number;
}

/** Every label in a text. */
export function labelsIn(text: string): Label[] {
  const labels: Label[] = [];
  text.replace(LABEL, (label, number, address, _version, at) => {
    if (!NOT_BEHIND.test(text.slice(0, at)))
      labels.push({ fact: number ? 0 : address ? 1 : 2, at, end: at + label.length });
    return '';
  });
  return labels;
}

/** Whether a text is a label and nothing else, or says whose. */
export function isLabel(text = ''): boolean {
  const [label] = labelsIn(text);
  return !!label && /^(tw\S+ )?$/i.test(text.slice(0, label.at)) && !afterSeparator(text.slice(label.end));
}
