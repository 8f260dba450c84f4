import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { asOneOf, label } from '../../browser/lists.ts';
import { TICKET_SORTS, TICKET_STATUSES, TOPICS } from '../../src/contract/lists.ts';
import type { DeskModel } from '../models/desk-model.ts';
import { sortList } from '../models/sort-list.ts';
import { words } from '../words/words.ts';
import { SaveView } from './SaveView.tsx';
import { Sign } from './signs.tsx';

/** Ways in and proofs that filter, in the order of the panel. */
const WAYS = ['panel', 'form', 'email', 'phone'] as const;
const PROVEN = ['proven', 'unproven'] as const;

interface Props {
  model: DeskModel;
  close: () => void;
}

/** What the list can be filtered by: whose, status, topic, way, proof, support, mentions and tag, and its order; kept as a view from here, too. */
export function FilterPanel({ model, close }: Props): JSX.Element {
  const w = words.value;
  const texts = w.listParts;
  const { lists } = model;
  const filters = lists.filters.value;
  const tags = useSignal<string[] | null>(null);
  useEffect(() => {
    void model.readTags().then((read) => {
      tags.value = read;
    });
  }, []);
  const agents = model.agents.value.filter(({ id }) => id !== model.me.value.id);
  return (
    <section class="filter-panel" aria-label={w.filters}>
      <div class="filter-fields">
        <label>
          <span>{texts.order}</span>
          <select
            value={lists.view.value === 'all' ? lists.sort.value : 'queue'}
            onChange={({ currentTarget }) => sortList(lists, asOneOf(TICKET_SORTS, currentTarget.value) ?? 'queue')}
          >
            {(['queue', ...TICKET_SORTS] as const).map((one) => (
              <option key={one} value={one}>
                {texts.orders[one]}
              </option>
            ))}
          </select>
        </label>
        <Select
          heading={texts.who}
          value={filters.assignee}
          options={[['me', texts.me], ['none', texts.nobody], ...agents.map(({ id, name }) => [id, name] as const)]}
          choose={(assignee) => lists.filter({ assignee })}
        />
        <Select
          heading={w.status}
          value={filters.status}
          options={TICKET_STATUSES.map((one) => [one, label(w.statuses, one)] as const)}
          choose={(status) => lists.filter({ status })}
        />
        <Select
          heading={w.topic}
          value={filters.topic}
          options={TOPICS.map((one) => [one, label(w.topics, one)] as const)}
          choose={(topic) => lists.filter({ topic })}
        />
        <Chips
          heading={texts.way}
          value={filters.channel}
          options={WAYS.map((one) => [one, texts.ways[one] ?? one] as const)}
          choose={(channel) => lists.filter({ channel })}
        />
        <Chips
          heading={texts.proof}
          value={filters.proof}
          options={PROVEN.map((one) => [one, texts[one]] as const)}
          choose={(proof) => lists.filter({ proof })}
        />
        <Chips
          heading={texts.support}
          value={filters.support}
          options={[['over', texts.over]]}
          choose={(support) => lists.filter({ support })}
        />
        <Chips
          heading={texts.notes}
          value={filters.mentioned}
          options={[['me', texts.mentioned]]}
          choose={(mentioned) => lists.filter({ mentioned })}
        />
        {tags.value?.length === 0 && !filters.tag ? (
          <>
            <span>{texts.tag}</span>
            <span class="muted">{texts.noTags}</span>
          </>
        ) : (
          <Select
            heading={texts.tag}
            value={filters.tag}
            options={[...new Set([...(filters.tag ? [filters.tag] : []), ...(tags.value ?? [])])].map(
              (tag) => [tag, tag] as const,
            )}
            choose={(tag) => lists.filter({ tag })}
          />
        )}
      </div>
      <p class="filter-foot">
        <span class="muted">{texts.inAddress}</span>
        <button type="button" class="plain" onClick={close}>
          {texts.arrangeDone}
        </button>
      </p>
      <SaveView model={model} />
    </section>
  );
}

interface FieldProps {
  heading: string;
  value: string | undefined;
  options: readonly (readonly [value: string, name: string])[];
  /** @param value empty for any */
  choose: (value: string) => void;
}

function Select({ heading, value = '', options, choose }: FieldProps): JSX.Element {
  return (
    <label>
      <span>{heading}</span>
      <select value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        <option value="">{words.value.any}</option>
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Chips({ heading, value, options, choose }: FieldProps): JSX.Element {
  return (
    <fieldset aria-label={heading}>
      <span>{heading}</span>
      <span class="filter-chips">
        {options.map(([one, name]) => (
          <button
            key={one}
            type="button"
            class="chip"
            aria-pressed={value === one}
            onClick={() => choose(value === one ? '' : one)}
          >
            {(one === 'proven' || one === 'unproven') && <Sign of={one} />}
            {name}
          </button>
        ))}
      </span>
    </fieldset>
  );
}
