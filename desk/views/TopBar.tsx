import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { LONGEST_QUESTION } from '../../src/contract/desk/search.ts';
import { isTicketNumber } from '../../src/contract/tickets/ticket-number.ts';
import type { DeskModel } from '../models/desk-model.ts';
import { overLength } from '../models/over-length.ts';
import { routeAddress } from '../models/router.ts';
import type { SessionModel } from '../models/session-model.ts';
import { initialsOf } from '../words/initials.ts';
import { words } from '../words/words.ts';
import { FOCUS_TARGETS } from './follow-keys.ts';
import { Brand, Icon } from './icons.tsx';
import { LanguageButtons } from './LanguageButtons.tsx';
import { Menu } from './Menu.tsx';
import { Pages } from './Pages.tsx';

/** The top bar: the search, the state of the connection, and the signed-in agent. */
export function TopBar({ model, session }: { model: DeskModel; session: SessionModel }): JSX.Element {
  const w = words.value;
  return (
    <header class="top">
      <h1 class="brand">
        <Brand />
        <span class="unseen">{w.desk}</span>
      </h1>
      <Pages model={model} />
      <SearchBox model={model} />
      <a class="new-ticket" href={routeAddress({ page: 'phone' })} aria-keyshortcuts="p">
        <Icon of="plus" />
        <span class="label">{w.newTicket}</span>
        <span class="key" aria-hidden="true">
          p
        </span>
      </a>
      <Line model={model} />
      <Menu
        class="account"
        title={model.me.value.name}
        label={
          <>
            <span class="initials" aria-hidden="true">
              {initialsOf(model.me.value.name)}
            </span>
            <span class="unseen">
              {w.account}: {model.me.value.name}
            </span>
          </>
        }
      >
        {(close) => (
          <>
            <LanguageButtons />
            <button
              type="button"
              onClick={() => {
                close();
                model.helpIsOpen.value = true;
              }}
            >
              {w.keys}
            </button>
            <button type="button" onClick={() => session.signOut(false)}>
              {w.signOut}
            </button>
            <button type="button" onClick={() => session.signOut(true)}>
              {w.signOutEverywhere}
            </button>
            <div role="alert">{session.isStillIn.value && <p class="notice bad">{w.stillIn}</p>}</div>
          </>
        )}
      </Menu>
    </header>
  );
}

function Line({ model }: { model: DeskModel }): JSX.Element {
  const state = model.live.state.value;
  const w = words.value;
  return (
    <p role="status" class={`line ${state}`}>
      <span class="dot" aria-hidden="true" />
      <span class="line-words">{state === 'live' ? w.live : state === 'lost' ? w.lost : w.connecting}</span>
    </p>
  );
}

/** A number and Enter open a ticket, as callers read numbers out; anything else is a search. */
function SearchBox({ model }: { model: DeskModel }): JSX.Element {
  const w = words.value;
  const typed = useSignal('');
  const field = useRef<HTMLInputElement>(null);
  const isFound = model.lists.view.value === 'found';
  // Clear the box when the search results are no longer shown.
  useLayoutEffect(() => {
    if (!isFound) typed.value = '';
  }, [isFound]);
  function submit(event: Event): void {
    event.preventDefault();
    const asked = typed.peek().trim();
    const over = overLength(asked, LONGEST_QUESTION);
    const number = asked.replace(/\s/g, '');
    if (isTicketNumber(number)) {
      typed.value = '';
      model.router.open(number);
    } else if (over > 0) {
      field.current?.setCustomValidity(w.tooLong(over, LONGEST_QUESTION));
      field.current?.reportValidity();
    } else if (asked) {
      model.lists.search(asked);
      model.router.close();
    }
  }
  return (
    <search class="search-box">
      <form onSubmit={submit} title={`${w.search} (/)`}>
        <Icon of="find" />
        <input
          id={FOCUS_TARGETS.search}
          type="search"
          autocomplete="off"
          aria-label={w.search}
          aria-keyshortcuts="/"
          placeholder={w.searchShort}
          ref={field}
          value={typed.value}
          onInput={({ currentTarget }) => {
            currentTarget.setCustomValidity('');
            typed.value = currentTarget.value;
          }}
        />
        <span class="key" aria-hidden="true">
          /
        </span>
      </form>
    </search>
  );
}
