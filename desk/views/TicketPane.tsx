import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { label } from '../../browser/lists.ts';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import type { DeskModel } from '../models/desk-model.ts';
import type { OpenTicket } from '../models/open-ticket.ts';
import { routeAddress } from '../models/router.ts';
import { loadContactNotices } from '../pages/pages.ts';
import { momentInFull } from '../words/moments.ts';
import { words } from '../words/words.ts';
import { Actions } from './Actions.tsx';
import { Dock } from './Dock.tsx';
import { FOCUS_TARGETS } from './follow-keys.ts';
import { channelIcon, Icon } from './icons.tsx';
import { Later } from './Later.tsx';
import { Thread } from './Thread.tsx';
import { TimeLeftText } from './TimeLeftText.tsx';

/** Few tickets have others merged into them. */
const loadMergedTickets = async () => (await import('./MergedTickets.tsx')).MergedTickets;

/** Whether no letter reaches the customer, though letters are sent. */
function isHardToReach({ ticket: { contact } }: DeskTicket): boolean {
  return contact.mail !== 'goes' && contact.mail !== 'off';
}

/** One ticket: its head, its thread, and the composer. */
export function TicketPane({ model, open }: { model: DeskModel; open: OpenTicket }): JSX.Element {
  const w = words.value;
  const ticket = open.ticket.ticket.value;
  const { number } = open;
  const state = open.ticket.state.value;
  // Opening a ticket moves the focus to it; a screen reader says its subject.
  useLayoutEffect(() => {
    if (document.activeElement?.id !== FOCUS_TARGETS.composer) {
      document.getElementById(FOCUS_TARGETS.heading)?.focus({ preventScroll: true });
    }
  }, [ticket === null]);
  return (
    <section class="ticket-pane" aria-labelledby={FOCUS_TARGETS.heading}>
      <div class="ticket-head">
        <p class="phone-only ways">
          <a href={routeAddress({})} class="with-icon">
            <Icon of="back" />
            {w.back}
          </a>
          <a href={routeAddress({ number, pane: 'shop' })}>{w.toShop}</a>
        </p>
        <h2 id={FOCUS_TARGETS.heading} tabIndex={-1}>
          {ticket?.ticket.subject ?? `${w.ticket} ${number}`}
        </h2>
        {ticket && (
          <p class="facts">
            <span class="number">{number}</span>
            {(ticket.ticket.waitingSince ?? ticket.ticket.snoozedUntil) && (
              <TimeLeftText ticket={ticket.ticket} now={model.now.value} />
            )}
            <span class="with-icon">
              <Icon of={channelIcon(ticket.ticket.channel)} />
              {label(w.channels, ticket.ticket.channel)}
            </span>
            <span>{label(w.topics, ticket.ticket.topic)}</span>
            {!ticket.ticket.covered && <span class="pill">{w.outside}</span>}
            {ticket.shop.blockedUntil && <span class="pill">{w.blockedShort}</span>}
            <span>
              {w.received} <time dateTime={ticket.ticket.receivedAt}>{momentInFull(ticket.ticket.receivedAt)}</time>
            </span>
          </p>
        )}
        {ticket && (
          <Later
            wanted={ticket.merged.length > 0 ? 'merged' : null}
            load={loadMergedTickets}
            with={{ open, merged: ticket.merged }}
          />
        )}
        {ticket?.ticket.incident && (
          <p class="facts">
            <span class="with-icon">
              <Icon of="warn" />
              {w.linkedIncident}
            </span>
            <a href={routeAddress({ page: 'incidents', id: String(ticket.ticket.incident.id) })} dir="auto">
              {ticket.ticket.incident.title}
            </a>
            {ticket.ticket.incident.solvedAt && <span class="pill">{w.incidentSolved}</span>}
          </p>
        )}
        {ticket && <Actions model={model} open={open} ticket={ticket} />}
        <div role="status" class="notices">
          {ticket && (
            <Later
              wanted={isHardToReach(ticket) || model.readOut.value === number ? 'contact' : null}
              load={loadContactNotices}
              with={{ model, ticket }}
            />
          )}
          {ticket?.present.map(({ agent, isWriting }) => (
            <p key={agent.id} class={isWriting ? 'notice warn with-icon' : 'notice with-icon'}>
              <Icon of={isWriting ? 'pen' : 'eye'} />
              {w.present(agent.name, isWriting)}
            </p>
          ))}
          {state === 'loading' && <p>{w.loading}</p>}
          {state === 'gone' && <p class="notice warn">{w.gone}</p>}
          {state === 'unanswered' && <p class="notice warn">{w.ticketNotLoaded}</p>}
        </div>
      </div>
      {ticket && <Thread model={model} open={open} ticket={ticket} />}
      {ticket && <Dock model={model} open={open} ticket={ticket} />}
    </section>
  );
}
