import { scopeSigns } from '#words/scope-signs.ts';
import { fold } from '../../../src/contract/fold.ts';

/** The topic outside support that the words of a text clearly point to, if any. */
export function suggestTopic(text: string): string | undefined {
  const folded = fold(text);
  const count = (signs = '-') => signs.split(', ').filter((sign) => toPattern(sign).test(folded)).length;
  const topics = Object.entries(scopeSigns);
  const found = topics.find(([, { strong }]) => count(strong)) ?? topics.find(([, { weak }]) => count(weak) > 1);
  return found?.[0];
}

/** A pattern of a sign: each word with any ending (two or three letters: exact), with up to two other words between. */
function toPattern(sign: string): RegExp {
  const words = sign
    .replace(/\w{4,}/g, '$&[a-z]*')
    .split(' ')
    .map((word) => `\\b(${word.replaceAll('/', '|')})\\b`);
  return new RegExp(words.join('\\W+(\\w+\\W+){0,2}'));
}
