import type { JSX } from 'preact';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import type { DeskModel } from '../models/desk-model.ts';
import type { OpenTicket } from '../models/open-ticket.ts';
import { routeAddress } from '../models/router.ts';
import { loadContactNotices } from '../pages/pages.ts';
import { words } from '../words/words.ts';
import { Actions } from './Actions.tsx';
import { FOCUS_TARGETS } from './follow-keys.ts';
import { Icon } from './icons.tsx';
import { Later } from './Later.tsx';
import { MoreMenu } from './MoreMenu.tsx';
import { TagsLine } from './TagsLine.tsx';

/** Few tickets have others merged into them. */
const loadMergedTickets = async () => (await import('./MergedTickets.tsx')).MergedTickets;

/** Whether no letter reaches the customer, though letters are sent. */
function isHardToReach({ ticket: { contact } }: DeskTicket): boolean {
  return contact.mail !== 'goes' && contact.mail !== 'off';
}

/** The head of a ticket: its subject and the way on, who holds it and how it stands, and what has to be known first. */
export function TicketHead({ model, open }: { model: DeskModel; open: OpenTicket }): JSX.Element {
  const w = words.value;
  const ticket = open.ticket.ticket.value;
  const { number } = open;
  const state = open.ticket.state.value;
  const subject = ticket?.ticket.subject ?? `${w.ticket} ${number}`;
  return (
    <div class="ticket-head">
      <div class="head-line">
        <a href={routeAddress({})} class="icon-button to-list" title={w.back} aria-label={w.back}>
          <Icon of="back" />
        </a>
        <h2 id={FOCUS_TARGETS.heading} tabIndex={-1} title={subject}>
          {subject}
        </h2>
        <div role="status" class="here">
          {ticket?.present.map(({ agent, isWriting }) => (
            <p key={agent.id} class="with-icon">
              <Icon of={isWriting ? 'pen' : 'eye'} />
              {w.present(agent.name, isWriting)}
            </p>
          ))}
        </div>
        <Neighbour model={model} number={number} step={-1} />
        <Neighbour model={model} number={number} step={1} />
        {ticket && <MoreMenu model={model} open={open} ticket={ticket} />}
      </div>
      {ticket && <Actions model={model} open={open} ticket={ticket} />}
      {ticket && <TagsLine model={model} open={open} ticket={ticket.ticket} />}
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
      <div role="status" class="notices">
        {ticket && (
          <Later
            wanted={isHardToReach(ticket) || model.readOut.value === number ? 'contact' : null}
            load={loadContactNotices}
            with={{ model, ticket }}
          />
        )}
        {state === 'loading' && <p>{w.loading}</p>}
        {state === 'gone' && <p class="notice warn">{w.gone}</p>}
        {state === 'unanswered' && <p class="notice warn">{w.ticketNotLoaded}</p>}
      </div>
    </div>
  );
}

/** A link to the ticket before or after this one in the list; none at an end of it, nor for a ticket that is not in it. */
function Neighbour({ model, number, step }: { model: DeskModel; number: string; step: 1 | -1 }): JSX.Element | null {
  const w = words.value;
  const isInList = model.lists.rows.value.some((row) => row.number === number);
  const to = isInList ? model.lists.neighbour(number, step) : null;
  if (to === null || to === number) return null;
  const name = step === 1 ? w.nextTicket : w.previousTicket;
  return (
    <a href={routeAddress({ number: to })} class="icon-button neighbour" title={name} aria-label={name}>
      <Icon of={step === 1 ? 'right' : 'back'} />
    </a>
  );
}
