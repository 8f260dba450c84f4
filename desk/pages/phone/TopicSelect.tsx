import type { JSX } from 'preact';
import { asOneOf } from '../../../browser/lists.ts';
import type { ShopRow } from '../../../src/contract/desk/shop-row.ts';
import { COVERED_TOPICS, TOPICS, type Topic, UNCOVERED_TOPICS } from '../../../src/contract/lists.ts';
import { words } from '../../words/words.ts';

interface Props {
  shop: ShopRow | null;
  topic: Topic;
  /** sending: the fields are locked */
  isSending: boolean;
  change: (topic: Topic) => void;
}

/** The topic of the call; for a shop without support only the topics that are always open (A2). */
export function TopicSelect({ shop, topic, isSending, change }: Props): JSX.Element {
  const w = words.value.phone;
  const isOpen = (one: Topic) => !shop?.onlyTopics || shop.onlyTopics.includes(one);
  const options = (topics: readonly Topic[]) =>
    topics.filter(isOpen).map((one) => (
      <option key={one} value={one}>
        {words.value.topics[one]}
      </option>
    ));
  const uncovered = options(UNCOVERED_TOPICS);
  return (
    <div class="field">
      <label for="phone-topic">{w.topic}</label>
      <select
        id="phone-topic"
        aria-disabled={isSending}
        value={topic}
        onChange={({ currentTarget }) => {
          if (isSending) currentTarget.value = topic;
          else change(asOneOf(TOPICS, currentTarget.value) ?? topic);
        }}
      >
        <optgroup label={shop?.onlyTopics ? w.open : w.covered}>{options(COVERED_TOPICS)}</optgroup>
        {uncovered.length > 0 && <optgroup label={w.uncovered}>{uncovered}</optgroup>}
      </select>
    </div>
  );
}
