import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { ListsModel } from '../models/lists-model.ts';
import { words } from '../words/words.ts';
import { FOCUS_TARGETS } from './follow-keys.ts';
import { Sign } from './signs.tsx';

/** What can stand open below the head of the list. */
export type ListTool = 'views' | 'filters';

interface Props {
  lists: ListsModel;
  open: Signal<ListTool | null>;
}

/** Kept views, filters, and how dense the list is. */
export function ListTools({ lists, open }: Props): JSX.Element {
  const w = words.value;
  const toggle = (tool: ListTool) => {
    open.value = open.peek() === tool ? null : tool;
  };
  return (
    <>
      <button
        type="button"
        class="list-tool"
        aria-label={w.views}
        title={w.views}
        aria-expanded={open.value === 'views'}
        onClick={() => toggle('views')}
      >
        <Sign of="star" />
      </button>
      <button
        id={FOCUS_TARGETS.filters}
        type="button"
        class="list-tool"
        aria-label={w.filters}
        title={`${w.filters} (f)`}
        aria-keyshortcuts="f"
        aria-expanded={open.value === 'filters'}
        onClick={() => toggle('filters')}
      >
        <Sign of="filter" />
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
