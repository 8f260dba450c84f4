import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { firstTopics, lazyWords as words } from '#words/lazy-views.ts';
import { sendingWords } from '#words/sending.ts';
import type { ShopStatus } from '../../../../src/contract/shops/shop-status.ts';
import type { ViewProps } from '../../../panel.ts';

type Choice = Pick<ShopStatus['topics'][number], 'id' | 'label' | 'example' | 'covered'>;

/**
 * The topic of the ticket: the guessed or chosen one, and behind a button all of them, each with an example. One outside
 * support shows its rule kindly, and can be sent all the same.
 */
export function TopicField({ panel }: ViewProps): JSX.Element {
  const id = useId();
  const isOpen = useSignal(false);
  const { topic, topicLabel } = panel.draft.value;
  const error = panel.errors.value.topic;
  const known = panel.shop.status.value?.topics;
  const chosen = known?.find((one) => one.id === topic);
  const options: Choice[] = known?.length
    ? known
    : Object.entries(firstTopics).map(([id, label]) => ({ id: id as Choice['id'], label, covered: true }));
  /** Of a draft of an earlier page it is known before the service has sent the list. */
  const shown: Pick<Choice, 'label' | 'example'> | undefined =
    options.find((one) => one.id === topic) ??
    (topic && !known?.length ? { label: topicLabel ?? words.topicKept } : undefined);
  const outside = options.filter(({ covered }) => !covered);

  const choice = ({ id, label, example }: Choice) => (
    <label class="row tick" key={id}>
      <input
        type="radio"
        name="topic"
        value={id}
        checked={id === topic}
        onChange={() => {
          isOpen.value = true; // an arrow key chooses each topic that it passes
          panel.edit({ topic: id });
        }}
      />
      <span>
        {label}
        {example && <small>{example}</small>}
      </span>
    </label>
  );
  return (
    <fieldset
      class="topics"
      role={isOpen.value || !shown ? 'radiogroup' : undefined}
      aria-invalid={error ? true : undefined}
      aria-describedby={`${id}e`}
    >
      <legend>{sendingWords.topic}</legend>
      {shown && !isOpen.value ? (
        <div class="row notice">
          <p role="status">
            <strong>{shown.label}</strong> {shown.example && <small>{shown.example}</small>}
          </p>
          <button
            type="button"
            name="topic"
            class="link"
            onClick={({ currentTarget: { form } }) => {
              isOpen.value = true;
              setTimeout(() => (form?.querySelector<HTMLElement>('[name=topic]:checked') ?? form?.topic[0])?.focus());
            }}
          >
            {words.change}
          </button>
        </div>
      ) : (
        <>
          {options.filter(({ covered }) => covered).map(choice)}
          {outside[0] && (
            <details open={chosen?.covered === false}>
              <summary>{`${words.notCovered} (${outside.length})`}</summary>
              {outside.map(choice)}
            </details>
          )}
        </>
      )}
      {error && (
        <span class="error" id={`${id}e`}>
          {error}
        </span>
      )}
      <div role="status">
        {chosen?.note && (
          <p class={chosen.covered ? 'notice' : 'notice warn'}>
            {chosen.note}
            {chosen.link && <a href={chosen.link}>{chosen.link}</a>}
          </p>
        )}
      </div>
    </fieldset>
  );
}
