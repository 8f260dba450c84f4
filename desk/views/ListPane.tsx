import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { DeskModel } from '../models/desk-model.ts';
import type { ListsModel, Section } from '../models/lists-model.ts';
import { words } from '../words/words.ts';
import { FilterBar, FiltersToggle } from './FilterBar.tsx';
import { FoldedRows } from './FoldedRows.tsx';
import { FoundByAddress } from './FoundByAddress.tsx';
import { FOCUS_TARGETS } from './follow-keys.ts';
import { Later } from './Later.tsx';
import { ListTabs } from './ListTabs.tsx';
import { SectionHead } from './SectionHead.tsx';
import { TicketRow } from './TicketRow.tsx';

const loadChosenBar = async () => (await import('./ChosenBar.tsx')).ChosenBar;

/** The list: the queue in its sections, all tickets, or the search results. */
export function ListPane({ model }: { model: DeskModel }): JSX.Element {
  const w = words.value;
  const { lists } = model;
  const isFiltering = useSignal(false);
  const view = lists.view.value;
  const state = lists.state.value;
  const sections = lists.sections.value;
  const isEmpty = lists.isEmpty.value;
  const isChoosing =
    model.choice.numbers.value.length > 0 || model.choice.result.value !== null || model.choice.undo.value !== null;
  const isFiltered = Object.keys(lists.filters.value).length > 0;
  return (
    <section
      id={FOCUS_TARGETS.list}
      class={`list-pane ${lists.isCompact.value ? 'compact' : ''} ${model.choice.numbers.value.length > 0 ? 'choosing' : ''}`}
      tabIndex={-1}
      aria-label={w.lists}
    >
      <div class="views">
        <ListTabs lists={lists} />
        {view !== 'found' && <FiltersToggle lists={lists} isOpen={isFiltering} />}
      </div>
      {view === 'found' ? <Found lists={lists} /> : <FilterBar lists={lists} isOpen={isFiltering} />}
      <div class="sections">
        <div role="status">{model.router.isUnknown.value && <p class="notice warn">{w.unknownAddress}</p>}</div>
        <p role="status" class="list-state">
          {state === 'loading' && w.loading}
          {state === 'unanswered' && w.notLoaded}
          {isEmpty &&
            (view === 'found' ? w.nothingFound : isFiltered ? w.nothingFiltered : view === 'all' ? w.none : w.nothing)}
        </p>
        {sections
          .filter(({ tickets }) => tickets.length > 0)
          .map((section) => (
            <SectionList key={section.section} section={section} model={model} />
          ))}
      </div>
      <Later wanted={isChoosing ? 'chosen' : null} load={loadChosenBar} with={{ model }} />
    </section>
  );
}

/** The search, and the shops among its results. */
function Found({ lists }: { lists: ListsModel }): JSX.Element {
  const w = words.value;
  const shops = lists.shops.value;
  return (
    <div class="found-shops">
      <p>
        {w.foundFor} <strong>{lists.question.value}</strong>
      </p>
      {shops.length > 0 && (
        <ul aria-label={w.foundShops}>
          {shops.map(({ id, name, supportNumber, installUrl, foundBy }) => (
            <li key={id}>
              <button type="button" class="plain" onClick={() => lists.showShop({ id, name })}>
                {name}
              </button>{' '}
              <small>
                {supportNumber} · {installUrl}
                <FoundByAddress by={foundBy} />
              </small>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function SectionList({ section, model }: { section: Section; model: DeskModel }): JSX.Element {
  const w = words.value;
  return (
    <section class="section" data-section={section.section} aria-labelledby={`section-${section.section}`}>
      <SectionHead section={section} model={model} />
      <ul>
        {section.tickets.map((ticket) =>
          ticket.folded === null ? (
            <TicketRow key={ticket.number} ticket={ticket} model={model} />
          ) : (
            <FoldedRows key={`fold ${ticket.shop.id}`} ticket={ticket} count={ticket.folded} model={model} />
          ),
        )}
      </ul>
      {section.next !== null && (
        <button type="button" class="more" onClick={() => model.lists.more(section.section)}>
          {w.more}
        </button>
      )}
    </section>
  );
}
