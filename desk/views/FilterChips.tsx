import type { JSX } from 'preact';
import { label } from '../../browser/lists.ts';
import type { DeskModel } from '../models/desk-model.ts';
import { sortList } from '../models/sort-list.ts';
import { words } from '../words/words.ts';
import { FOCUS_TARGETS } from './follow-keys.ts';
import { Sign } from './signs.tsx';

/** What filters the list, each with a press that takes it off. */
export function FilterChips({ model }: { model: DeskModel }): JSX.Element {
  const w = words.value;
  const { lists } = model;
  const names = namesOf(model);
  const sort = lists.view.value === 'all' && lists.sort.value !== 'newest' ? lists.sort.value : null;
  return (
    <div class="filter-row">
      {sort && (
        <button
          type="button"
          class="chip"
          aria-pressed="true"
          aria-label={w.listParts.takeOrderOff(w.listParts.orders[sort])}
          onClick={() => {
            sortList(lists, 'newest');
            document.getElementById(FOCUS_TARGETS.filters)?.focus();
          }}
        >
          <span>{w.listParts.orders[sort]}</span>
          <Sign of="cross" />
        </button>
      )}
      {names.map(([filter, name]) => (
        <button
          key={filter}
          type="button"
          class="chip"
          aria-pressed="true"
          aria-label={w.listParts.takeOff(name)}
          onClick={() => {
            lists.filter({ [filter]: '' });
            document.getElementById(FOCUS_TARGETS.filters)?.focus(); // this button goes with its filter
          }}
        >
          <span dir="auto">{name}</span>
          <Sign of="cross" />
        </button>
      ))}
      {names.length > 1 && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            lists.filter(Object.fromEntries(names.map(([filter]) => [filter, ''])));
            document.getElementById(FOCUS_TARGETS.filters)?.focus();
          }}
        >
          {w.clear}
        </button>
      )}
    </div>
  );
}

/** The filters by name, without one that a tab of the list says already. */
function namesOf({ lists, agents, me }: DeskModel): (readonly [filter: string, name: string])[] {
  const w = words.value;
  const texts = w.listParts;
  const { assignee, status, topic, channel, proof, support, tag, shop, mentioned } = lists.filters.value;
  const isTab = lists.view.value === 'queue' && (assignee === 'me' || assignee === 'none');
  const who =
    assignee === 'me' || assignee === me.value.id
      ? texts.me
      : assignee === 'none'
        ? texts.nobody
        : (agents.value.find(({ id }) => id === assignee)?.name ?? assignee);
  const named: (readonly [string, string | undefined])[] = [
    ['assignee', isTab ? undefined : who],
    ['status', status && label(w.statuses, status)],
    ['topic', topic && label(w.topics, topic)],
    ['channel', channel && label(texts.ways, channel)],
    ['proof', proof && (proof === 'proven' || proof === 'unproven' ? texts[proof] : label(w.proofsShort, proof))],
    ['support', support && texts.over],
    ['mentioned', mentioned && texts.mentioned],
    ['tag', tag && texts.tagOf(tag)],
    ['shop', shop && (lists.shop.value?.name ?? `${w.shop} ${shop}`)],
  ];
  return named.flatMap(([filter, name]) => (name ? [[filter, name] as const] : []));
}
