import type { ReadonlySignal, Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { label } from '../../browser/lists.ts';
import { CHANNELS, PROOFS, TICKET_STATUSES, TOPICS } from '../../src/contract/lists.ts';
import type { ListsModel } from '../models/lists-model.ts';
import { words } from '../words/words.ts';
import { Sign } from './signs.tsx';

const TOGGLE = 'filters-toggle';

/** How many filters are set besides assignee and shop. */
function rarerFilters(lists: ListsModel): number {
  const { channel, topic, status, proof } = lists.filters.value;
  return [channel, topic, status, proof].filter((one) => one !== undefined).length;
}

/** Opens the other filters, and shows how many are set. */
export function FiltersToggle({ lists, isOpen }: { lists: ListsModel; isOpen: Signal<boolean> }): JSX.Element {
  const set = rarerFilters(lists);
  const w = words.value;
  return (
    <>
      <button
        id={TOGGLE}
        type="button"
        class="list-tool"
        aria-label={w.filters}
        title={w.filters}
        aria-expanded={isOpen.value}
        aria-controls="more-filters"
        onClick={() => {
          isOpen.value = !isOpen.peek();
        }}
      >
        <Sign of="filter" />
        {set > 0 && <span class="count">{set}</span>}
      </button>
      <button
        type="button"
        class="list-tool density"
        aria-label={w.density}
        title={w.density}
        aria-pressed={lists.isCompact.value}
        onClick={() => lists.setCompact(!lists.isCompact.peek())}
      >
        <Sign of="rows" />
      </button>
    </>
  );
}

/** What filters, when it is open, and the shop that the list is of. */
export function FilterBar({ lists, isOpen }: { lists: ListsModel; isOpen: ReadonlySignal<boolean> }): JSX.Element {
  const w = words.value;
  const { shop: shopId } = lists.filters.value;
  const shop = lists.shop.value;
  const set = rarerFilters(lists);
  return (
    <div class="filters" hidden={!isOpen.value && shopId === undefined}>
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
