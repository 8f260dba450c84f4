import { fold } from '../../../src/contract/fold.ts';
import type { ShopStatus } from '../../../src/contract/shops/shop-status.ts';

/** As much of a text is read, in characters: what it is about stands at its beginning, and time must not grow with a paste. */
const LONGEST_READ = 1000;

/**
 * The topic that the words of a text clearly point to: the one whose longest sign stands in one of its sentences. Of equals
 * the one that is covered, which comes first, and otherwise none: no hint is better than a wrong one.
 * @param topics with their signs, as the service tells them; see `topic-signs.ts`
 */
export function guessTopic<T extends Pick<ShopStatus['topics'][number], 'signs' | 'covered'>>(
  text: string,
  topics: readonly T[] = [],
): T | undefined {
  const sentences = fold(text.slice(0, LONGEST_READ)).split(/[.!?]\s|\n/);
  let longest = 0;
  let found: T | undefined;
  for (const topic of topics)
    for (const sign of topic.signs?.split(', ') ?? []) {
      const length = sign.split(/[ +]/).length;
      if (length < longest || (length === longest && (found === topic || found?.covered))) continue;
      const parts = sign.split('+').map(toPattern);
      if (!sentences.some((sentence) => parts.every((part) => part.test(sentence)))) continue;
      found = length > longest ? topic : undefined;
      longest = length;
    }
  return found;
}

/** Each word with any ending (two or three letters: exact), in order, with up to two other words between. */
function toPattern(words: string): RegExp {
  const ended = words.split(' ').map((word) => `\\b(${word.replace(/\w{4,}/g, '$&\\w*').replaceAll('/', '|')})\\b`);
  return RegExp(ended.join('\\W+(\\w+\\W+){0,2}'));
}
