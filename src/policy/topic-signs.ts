import type { Language, Topic } from '../contract/lists.ts';
import { ENGLISH_SIGNS } from './topic-signs-en.ts';
import { POLISH_SIGNS } from './topic-signs-pl.ts';

/**
 * The words by which a text is recognised as about a topic, in the language asked for, separated by commas: each sign is a
 * few beginnings of words without accents, in order, with up to two other words between; `/` means or, `+` joins parts that
 * may stand anywhere in the sentence; a word of two or three letters must match whole. The more words a sign has, the more
 * it counts. `widget/features/advice/guess-topic.ts · guessTopic` reads them. They are data of the service, so that they
 * cost the widget no bytes and are mended without a new one.
 * @returns undefined for `other`, which nothing points to
 */
export function signsOf(topic: Topic, language: Language): string | undefined {
  return { pl: POLISH_SIGNS, en: ENGLISH_SIGNS }[language][topic];
}
