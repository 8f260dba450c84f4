import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { pressedKey } from '../../browser/pressed-key.ts';
import type { DeskModel } from '../models/desk-model.ts';
import type { Section } from '../models/lists-model.ts';
import { words } from '../words/words.ts';
import { FoldedRows } from './FoldedRows.tsx';
import { FOCUS_TARGETS } from './follow-keys.ts';
import { Later } from './Later.tsx';
import { ListTabs } from './ListTabs.tsx';
import { type ListTool, ListTools } from './ListTools.tsx';
import { loadChips, loadChosenBar, loadFilters, loadFound, loadViews } from './list-parts.ts';
import { RowTags } from './RowTags.tsx';
import { SectionHead } from './SectionHead.tsx';
import { TicketRow } from './TicketRow.tsx';

/** The list: the queue in its sections, all tickets, or the search results. */
export function ListPane({ model }: { model: DeskModel }): JSX.Element {
  const w = words.value;
  const { lists, choice } = model;
  const tool = useSignal<ListTool | null>(null);
  const head = useRef<HTMLDivElement>(null);
  const isFound = lists.view.value === 'found';
  const isChosen = choice.numbers.value.length > 0;
  const isChoosing = isChosen || choice.result.value !== null || choice.undo.value !== null;
  const close = () => {
    tool.value = null;
    document.getElementById(FOCUS_TARGETS.filters)?.focus();
  };
  useEffect(() => {
    // A press elsewhere closes what stands open.
    const onPress = ({ target }: Event) => {
      if (target instanceof Node && !head.current?.contains(target)) tool.value = null;
    };
    addEventListener('pointerdown', onPress);
    return () => removeEventListener('pointerdown', onPress);
  }, []);
  return (
    <section
      id={FOCUS_TARGETS.list}
      class={`list-pane ${lists.isCompact.value ? 'compact' : ''} ${isChosen ? 'choosing' : ''}`}
      tabIndex={-1}
      aria-label={w.lists}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what stands open in it */}
      <div
        ref={head}
        class="list-head"
        onKeyDown={(event) => {
          if (pressedKey(event) !== 'Escape' || tool.peek() === null) return;
          event.preventDefault();
          close();
        }}
      >
        <div class="views">
          <ListTabs lists={lists} />
          <ListTools lists={lists} open={tool} />
        </div>
        <Later
          wanted={
            !isFound && (lists.sort.value !== 'newest' || Object.keys(lists.filters.value).some(isShown(model)))
              ? 'chips'
              : null
          }
          load={loadChips}
          with={{ model }}
        />
        <Later wanted={tool.value === 'filters' ? 'filters' : null} load={loadFilters} with={{ model, close }} />
        <Later wanted={tool.value === 'views' ? 'views' : null} load={loadViews} with={{ model, close }} />
      </div>
      <div class="sections">
        <div role="status">{model.router.isUnknown.value && <p class="notice warn">{w.unknownAddress}</p>}</div>
        <Later wanted={isFound ? 'found' : null} load={loadFound} with={{ model }} />
        {!isFound && <Sections model={model} />}
      </div>
      <Later wanted={isChoosing ? 'chosen' : null} load={loadChosenBar} with={{ model }} />
    </section>
  );
}

/** Whether a filter has a chip: all but whose the tickets are, where a tab says that. */
function isShown({ lists }: DeskModel): (filter: string) => boolean {
  const { assignee } = lists.filters.value;
  const isTab = lists.view.value === 'queue' && (assignee === 'me' || assignee === 'none');
  return (filter) => filter !== 'assignee' || !isTab;
}

function Sections({ model }: { model: DeskModel }): JSX.Element {
  const w = words.value;
  const { lists } = model;
  const state = lists.state.value;
  const isFiltered = Object.keys(lists.filters.value).length > 0;
  return (
    <>
      <p role="status" class="list-state">
        {state === 'loading' && w.loading}
        {state === 'unanswered' && w.notLoaded}
        {lists.isEmpty.value && (isFiltered ? w.nothingFiltered : lists.view.value === 'all' ? w.none : w.nothing)}
      </p>
      {lists.sections.value
        .filter(({ tickets }) => tickets.length > 0)
        .map((section) => (
          <SectionList key={section.section} section={section} model={model} />
        ))}
    </>
  );
}

function SectionList({ section, model }: { section: Section; model: DeskModel }): JSX.Element {
  const isAll = section.section === 'all';
  return (
    <section class="section" data-section={section.section} aria-labelledby={`section-${section.section}`}>
      <SectionHead section={section} model={model} />
      <ul>
        {section.tickets.map((ticket) =>
          ticket.folded === null ? (
            <TicketRow
              key={ticket.number}
              ticket={ticket}
              model={model}
              below={
                isAll &&
                ticket.tags.length > 0 && (
                  <span class="row-below">
                    <RowTags tags={ticket.tags} />
                  </span>
                )
              }
            />
          ) : (
            <FoldedRows key={`fold ${ticket.shop.id}`} ticket={ticket} count={ticket.folded} model={model} />
          ),
        )}
      </ul>
      {section.next !== null && (
        <button type="button" class="more" onClick={() => model.lists.more(section.section)}>
          {words.value.more}
        </button>
      )}
    </section>
  );
}
