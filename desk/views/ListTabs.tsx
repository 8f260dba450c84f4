import type { JSX } from 'preact';
import type { ListsModel } from '../models/lists-model.ts';
import { words } from '../words/words.ts';

/** The four lists of every day. A filter by a colleague is of none of them. */
const TABS = [
  { name: 'queue', view: 'queue', assignee: undefined, counted: 'all' },
  { name: 'mine', view: 'queue', assignee: 'me', counted: 'mine' },
  { name: 'unassigned', view: 'queue', assignee: 'none', counted: 'unassigned' },
  { name: 'all', view: 'all', assignee: undefined, counted: null },
] as const;

/** The queue, mine, nobody's, or all tickets, each with how many wait. */
export function ListTabs({ lists }: { lists: ListsModel }): JSX.Element {
  const w = words.value;
  const view = lists.view.value;
  const { assignee } = lists.filters.value;
  const counts = lists.counts.value;
  return (
    <>
      {TABS.map((tab) => (
        <button
          key={tab.name}
          type="button"
          class="tab"
          aria-pressed={view === tab.view && (view === 'all' || assignee === tab.assignee)}
          onClick={() => lists.choose(tab.view, tab.assignee)}
        >
          {w.tabs[tab.name]} {tab.counted && counts && <span class="count">{counts[tab.counted]}</span>}
        </button>
      ))}
    </>
  );
}
