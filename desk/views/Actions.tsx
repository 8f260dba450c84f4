import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { label } from '../../browser/lists.ts';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import type { DeskModel } from '../models/desk-model.ts';
import type { OpenTicket } from '../models/open-ticket.ts';
import { routeAddress } from '../models/router.ts';
import { words } from '../words/words.ts';
import { AssignMenu } from './AssignMenu.tsx';
import { focusIfLost } from './focus.ts';
import { FOCUS_TARGETS } from './follow-keys.ts';
import { OwedSigns } from './OwedSigns.tsx';
import { ScopeSign } from './ScopeSign.tsx';
import { StatusMenu } from './StatusMenu.tsx';
import { TimeLeftText } from './TimeLeftText.tsx';

interface Props {
  model: DeskModel;
  open: OpenTicket;
  ticket: DeskTicket;
}

/** Who holds a ticket, how it stands, what it is about and until when it waits: quiet menus in one row. */
export function Actions({ model, open, ticket: whole }: Props): JSX.Element {
  const w = words.value;
  const { ticket } = whole;
  const failure = open.ticket.failure.value;
  const isMine = ticket.assignee?.id === model.me.value.id;
  const actions = useRef<HTMLFieldSetElement>(null);
  const wasMine = useRef(isMine);
  // The button that assigned it is unmounted, so move the focus.
  useLayoutEffect(() => {
    if (isMine !== wasMine.current) focusIfLost(actions.current?.querySelector('button') ?? null);
    wasMine.current = isMine;
  }, [isMine]);
  return (
    <>
      <fieldset ref={actions} class="actions" aria-label={w.actions}>
        <AssignMenu model={model} open={open} holder={ticket.assignee} />
        {ticket.assignee === null && (
          <button type="button" title={`${w.take} (a)`} aria-keyshortcuts="a" onClick={model.take}>
            {w.take}{' '}
            <span class="key" aria-hidden="true">
              a
            </span>
          </button>
        )}
        <StatusMenu open={open} office={model.office} ticket={ticket} />
        <button
          type="button"
          class="topic"
          title={w.correctTicket}
          onClick={() => {
            model.asked.value = { what: 'correct' };
          }}
        >
          {label(w.topics, ticket.topic)}
        </button>
        <ScopeSign {...ticket} />
        <span class="number">{ticket.number}</span>
        {whole.shop.blockedUntil && <span class="pill">{w.blockedShort}</span>}
        <OwedSigns ticket={ticket} now={model.now.value} />
        {ticket.mayConcern && (
          <button
            type="button"
            class="plain"
            onClick={() => {
              model.asked.value = { what: 'merge', suggested: ticket.mayConcern ?? '' };
            }}
          >
            {w.mayConcern(ticket.mayConcern)}
          </button>
        )}
        <a class="phone-only to-shop" href={routeAddress({ number: ticket.number, pane: 'shop' })}>
          {w.toShop}
        </a>
        {(ticket.waitingSince ?? ticket.snoozedUntil ?? ticket.followUpAt) && (
          <TimeLeftText ticket={ticket} now={model.now.value} />
        )}
      </fieldset>
      <div role="alert">
        {failure && (
          <p class="notice bad">
            {w.changeFailure(failure)}{' '}
            <button
              type="button"
              class="plain"
              onClick={() => {
                open.ticket.forgetFailure();
                document.getElementById(FOCUS_TARGETS.heading)?.focus();
              }}
            >
              {w.dismiss}
            </button>
          </p>
        )}
      </div>
    </>
  );
}
