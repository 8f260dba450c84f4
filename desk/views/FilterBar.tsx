import type { ReadonlySignal, Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { label } from '../../browser/lists.ts';
import { CHANNELS, PROOFS, TICKET_STATUSES, TOPICS } from '../../src/contract/lists.ts';
import type { ListsModel } from '../models/lists-model.ts';
import { words } from '../words/words.ts';
import { Icon } from './icons.tsx';

const TOGGLE = 'filters-toggle';

/** How many filters are set besides assignee and shop. */
function rarerFilters(lists: ListsModel): number {
  const { channel, topic, status, proof } = lists.filters.value;
  return [channel, topic, status, proof].filter((one) => one !== undefined).length;
}

/** Opens the other filters, and shows how many are set. */
export function FiltersToggle({ lists, isOpen }: { lists: ListsModel; isOpen: Signal<boolean> }): JSX.Element {
  const set = rarerFilters(lists);
  return (
    <button
      id={TOGGLE}
      type="button"
      class="more-filters"
      aria-expanded={isOpen.value}
      aria-controls="more-filters"
      onClick={() => {
        isOpen.value = !isOpen.peek();
      }}
    >
      {words.value.filters}
      {set > 0 && <span class="count">{set}</span>}
      <Icon of="down" />
    </button>
  );
}

/** The filter by assignee, and the others when they are open. */
export function FilterBar({ lists, isOpen }: { lists: ListsModel; isOpen: ReadonlySignal<boolean> }): JSX.Element {
  const w = words.value;
  const { assignee, shop: shopId } = lists.filters.value;
  const shop = lists.shop.value;
  const counts = lists.counts.value;
  const set = rarerFilters(lists);
  const whose = [
    { value: '', label: w.everyone, count: counts?.all },
    { value: 'me', label: w.mine, count: counts?.mine },
    { value: 'none', label: w.unassigned, count: counts?.unassigned },
  ];
  const isQueue = lists.view.value === 'queue';
  return (
    <div class="filters">
      <fieldset class="whose" aria-label={w.whose}>
        {whose.map(({ value, label, count }) => (
          <button
            key={value}
            type="button"
            aria-pressed={(assignee ?? '') === value}
            onClick={() => lists.filter({ assignee: value })}
          >
            {label}
            {isQueue && count !== undefined && <span class="count">{count}</span>}
          </button>
        ))}
      </fieldset>
      {shopId !== undefined && (
        <p class="shop-filter">
          {w.shop}: <strong dir="auto">{shop?.name ?? shopId}</strong>
          <button
            type="button"
            class="plain"
            onClick={() => {
              lists.filter({ shop: '' });
              document.getElementById(TOGGLE)?.focus();
            }}
          >
            {w.everyShop}
          </button>
        </p>
      )}
      <div id="more-filters" class="selects" hidden={!isOpen.value}>
        <Select name="channel" lists={lists} heading={w.channel} options={CHANNELS} names={w.channels} />
        <Select name="topic" lists={lists} heading={w.topic} options={TOPICS} names={w.topics} />
        <Select name="status" lists={lists} heading={w.status} options={TICKET_STATUSES} names={w.statuses} />
        <Select name="proof" lists={lists} heading={w.senderProof} options={PROOFS} names={w.proofs} />
        {set > 0 && (
          <button
            type="button"
            class="plain"
            onClick={() => {
              lists.filter({ channel: '', topic: '', status: '', proof: '' });
              document.getElementById(TOGGLE)?.focus(); // this button is removed with the filters
            }}
          >
            {w.clear}
          </button>
        )}
      </div>
    </div>
  );
}

interface SelectProps {
  name: 'channel' | 'topic' | 'status' | 'proof';
  lists: ListsModel;
  heading: string;
  options: readonly string[];
  names: Record<string, string>;
}

function Select({ name, lists, heading, options, names }: SelectProps): JSX.Element {
  return (
    <label>
      {heading}
      <select
        value={lists.filters.value[name] ?? ''}
        onChange={({ currentTarget }) => lists.filter({ [name]: currentTarget.value })}
      >
        <option value="">{words.value.any}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {label(names, option)}
          </option>
        ))}
      </select>
    </label>
  );
}
