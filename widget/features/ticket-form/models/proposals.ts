import { LIMITS } from '../../../../src/contract/limits.ts';
import type { ShopStatus } from '../../../../src/contract/shops/shop-status.ts';
import { type Draft, hasText } from '../../../outbox/draft.ts';
import type { guessTopic } from '../../advice/guess-topic.ts';

/** As long as a title is in the lists of tickets without being cut, in characters. */
const LONGEST_TITLE = 60;

/** What follows from the words of a draft, and stands until the person writes or chooses something else. */
export type Proposals = Partial<Pick<Draft, 'subject' | 'topic' | 'topicLabel' | 'guess'>>;

type Topics = ShopStatus['topics'];

/**
 * The title and the topic that the first words of a description suggest. Neither replaces what somebody typed or chose:
 * a title that is not the proposed one is theirs, and so is a topic that was not guessed.
 * @param change what is about to change in the draft
 * @param topics what the shop may choose; undefined while that is unknown
 * @param guess finds the topic that words point to; undefined until it is loaded
 */
export function proposals(
  before: Draft,
  change: Partial<Draft>,
  topics: Topics | undefined,
  guess: typeof guessTopic | undefined,
): Proposals {
  const proposed: Proposals = {};
  const draft = { ...before, ...change };
  if ('description' in change && !change.subject && (!before.subject || isProposedTitle(before)))
    proposed.subject = draft.subject = proposeTitle(draft.description);
  if ('topic' in change) proposed.guess = undefined;
  else if ((!draft.topic || draft.topic === draft.guess) && !draft.facts[0])
    proposed.guess = proposed.topic = draft.topic = hasText(draft) ? topicOf(draft, topics, guess) : '';
  const label = topics?.find(({ id }) => id === draft.topic)?.label;
  if (label) proposed.topicLabel = label;
  return proposed;
}

/** Whether the title is the one that the description proposes. */
export function isProposedTitle({ subject, description }: Draft): boolean {
  return subject === proposeTitle(description);
}

/** The first sentence, or as many of its words as fit. */
function proposeTitle(description: string): string {
  const [, sentence = ''] = /^\s*(.+?[.!?](?=\s|$)|.+)/m.exec(description.slice(0, LIMITS.subject)) ?? [];
  return sentence.length > LONGEST_TITLE
    ? sentence.slice(0, LONGEST_TITLE).replace(/[\s,;:–-]+\S*$/, '')
    : sentence.replace(/[\s.!,;:–-]+$/, '');
}

/**
 * The topic that the words point to; otherwise the one for everything else, where it is open. One that support does not cover
 * is asked about (`AdviceModel`), not proposed.
 */
function topicOf({ subject, description }: Draft, topics: Topics = [], guess?: typeof guessTopic): string {
  const found = guess?.(`${description}\n${subject}`, topics);
  const rest = topics[0] ? topics.find(({ id }) => id === 'other') : { id: 'other' };
  return (found?.covered ? found : rest)?.id ?? '';
}
