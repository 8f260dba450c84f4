import { scopeSigns } from '../words/pl/scope-signs.ts';
import { fold } from './fold.ts';

/** The topic outside support that a text is about, by its words; nothing when they do not say so plainly. */
export function suggestTopic(text: string): string | undefined {
  const folded = fold(text);
  const count = (signs = '-') => signs.split(', ').filter((sign) => toPattern(sign).test(folded)).length;
  const topics = Object.keys(scopeSigns);
  return (
    topics.find((topic) => count(scopeSigns[topic]?.strong)) ??
    topics.find((topic) => count(scopeSigns[topic]?.weak) > 1)
  );
}

/** Each word with whatever ending, or one of two or three letters as it is; up to two others before the next. */
function toPattern(sign: string): RegExp {
  const words = sign
    .replace(/\w{4,}/g, '$&[a-z]*')
    .split(' ')
    .map((word) => `\\b(${word.replaceAll('/', '|')})\\b`);
  return new RegExp(words.join('\\W+(\\w+\\W+){0,2}'));
}
