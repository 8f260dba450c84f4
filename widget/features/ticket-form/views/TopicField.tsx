import type { JSX } from 'preact';
import { firstTopics, words } from '#words/panel.ts';
import { Field } from '../../../controls/Field.tsx';
import type { ViewProps } from '../../../panel.ts';

/** The topic of the ticket. One outside support shows its rule kindly, and can be sent all the same. */
export function TopicField({ panel }: ViewProps): JSX.Element {
  const { topic } = panel.draft.value;
  const status = panel.shop.status.value;
  const known = status?.topics;
  const chosen = known?.find(({ id }) => id === topic);
  const options = known?.length
    ? known
    : Object.entries(firstTopics).map(([id, label]) => ({ id, label, covered: true }));
  const group = (isCovered: boolean) => {
    const ofGroup = options
      .filter(({ covered }) => covered === isCovered)
      .map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ));
    // Nothing is covered by support that the shop has not: what stays open stands under no heading.
    if (isCovered && status && status.support.state !== 'active') return ofGroup;
    return <optgroup label={isCovered ? words.covered : words.outside}>{ofGroup}</optgroup>;
  };
  return (
    <Field
      label={words.topic}
      error={panel.errors.value.topic}
      control={(ties) => (
        <select
          {...ties}
          name="topic"
          data-first
          value={options.some(({ id }) => id === topic) ? topic : ''}
          onChange={(event) => panel.edit({ topic: event.currentTarget.value })}
        >
          <option value="">{words.choose}</option>
          {group(true)}
          {options.some(({ covered }) => !covered) && group(false)}
        </select>
      )}
    >
      <div role="status">
        {chosen?.note && (
          <p class={chosen.covered ? 'notice' : 'notice warn'}>
            {!chosen.covered && <strong>{words.outside}</strong>}
            {chosen.note}
            {chosen.link && <a href={chosen.link}>{chosen.link}</a>}
          </p>
        )}
      </div>
    </Field>
  );
}
