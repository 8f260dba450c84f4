import type { JSX } from 'preact';
import { label } from '../../browser/lists.ts';
import { pressedKey } from '../../browser/pressed-key.ts';
import type { FoundWhy } from '../../src/contract/desk/search.ts';
import { SEARCH_SCOPES } from '../../src/contract/lists.ts';
import { markWords, searchTerms } from '../../src/contract/searched-words.ts';
import type { DeskModel } from '../models/desk-model.ts';
import { words } from '../words/words.ts';
import { FoundByAddress } from './FoundByAddress.tsx';
import { FOCUS_TARGETS } from './follow-keys.ts';
import { MarkedText } from './MarkedText.tsx';
import { RowTags } from './RowTags.tsx';
import { TicketRow } from './TicketRow.tsx';

/** As many tickets as one search finds. */
const MOST = 50;

/** What a search found: where it looked, shops, then tickets, each with why. */
export function FoundPane({ model }: { model: DeskModel }): JSX.Element {
  const w = words.value;
  const { lists } = model;
  const texts = w.listParts;
  const asked = lists.question.value;
  const scope = lists.scope.value;
  const { shops, why } = lists.found.value;
  const tickets = lists.rows.value;
  const terms = searchTerms(asked);
  const mark = (text: string) => <MarkedText parts={markWords(text, terms)} />;
  const isShown = lists.state.value === 'shown';
  const isNothing = isShown && tickets.length === 0 && shops.length === 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows go from row to row, which are links
    <div class="found-pane" onKeyDown={walk}>
      <p class="found-head">
        <span role="status">
          {texts.searchFor} <strong dir="auto">{asked}</strong>
          <span class="count">
            {isShown && ` ${tickets.length < MOST ? texts.results(tickets.length) : texts.mostResults(MOST)}`}
          </span>
        </span>
        <button type="button" class="plain" title={texts.endSearch} onClick={() => lists.endSearch()}>
          Esc
        </button>
      </p>
      <fieldset class="found-scopes" aria-label={texts.lookIn}>
        {SEARCH_SCOPES.map((one) => (
          <button
            key={one}
            type="button"
            class="chip"
            aria-pressed={one === scope}
            onClick={() => lists.search(asked, one)}
          >
            {texts.scopes[one]}
          </button>
        ))}
      </fieldset>
      <p role="status" class="list-state">
        {lists.state.value === 'loading' && tickets.length === 0 && w.loading}
        {lists.state.value === 'unanswered' && w.notLoaded}
      </p>
      {isNothing && (
        <div class="list-empty">
          <h2>{texts.nothingUnder(asked)}</h2>
          <p>{scope === 'all' ? texts.lookedIn : texts.lookedOnly(texts.scopes[scope])}</p>
          {scope !== 'all' && (
            <button type="button" onClick={() => lists.search(asked, 'all')}>
              {texts.lookEverywhere}
            </button>
          )}
          <p>{texts.byNumber}</p>
        </div>
      )}
      {shops.length > 0 && (
        <section class="section" aria-labelledby="section-found-shops">
          <h2 id="section-found-shops">
            <span>{texts.shops}</span> <span class="count">{shops.length}</span>
          </h2>
          <ul>
            {shops.map(({ id, name, supportNumber, installUrl, foundBy }) => (
              <li key={id}>
                <button type="button" class="found-shop" onClick={() => lists.showShop({ id, name })}>
                  <strong dir="auto">{mark(name)}</strong>
                  <small>
                    {supportNumber} · {installUrl}
                    <FoundByAddress by={foundBy} />
                  </small>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {tickets.length > 0 && (
        <section class="section" aria-labelledby="section-found">
          <h2 id="section-found">
            <span>{texts.found}</span> <span class="count">{tickets.length}</span>
            <span class="section-note">{texts.newestFirst}</span>
          </h2>
          <ul>
            {tickets.map((ticket) => (
              <TicketRow
                key={ticket.number}
                ticket={ticket}
                model={model}
                mark={mark}
                below={<Why why={why.find(({ number }) => number === ticket.number)} tags={ticket.tags} />}
              />
            ))}
          </ul>
        </section>
      )}
      {!isNothing && isShown && <p class="found-hint">{texts.searchHint}</p>}
    </div>
  );

  /** The arrows go from row to row; up from the first one back to what was typed. */
  function walk(event: KeyboardEvent): void {
    const key = pressedKey(event);
    const at = document.activeElement?.closest<HTMLElement>('[data-number]')?.dataset.number;
    if (at === undefined || (key !== 'ArrowDown' && key !== 'ArrowUp')) return;
    event.preventDefault();
    const to = lists.neighbour(at, key === 'ArrowDown' ? 1 : -1);
    const next = to === null || (key === 'ArrowUp' && to === at) ? FOCUS_TARGETS.search : FOCUS_TARGETS.row(to);
    document.getElementById(next)?.focus();
  }
}

/** The third line: a piece of what was found and where that is, and the tags. */
function Why({ why, tags }: { why: FoundWhy | undefined; tags: readonly string[] }): JSX.Element | null {
  const texts = words.value.listParts;
  if (!why && tags.length === 0) return null;
  return (
    <span class="row-below">
      {why && (
        <span class="row-why">
          {why.in === 'customer' && why.by ? why.by : label(texts.foundIn, why.in)}
          {why.in === 'note' && why.by && `, ${why.by}`}
          {why.in === 'phone' && why.by && `, ${why.by}`}: <MarkedText parts={why.parts} />
        </span>
      )}
      <RowTags tags={tags} />
    </span>
  );
}
