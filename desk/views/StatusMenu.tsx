import type { JSX } from 'preact';
import { label } from '../../browser/lists.ts';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import { followUpTimes } from '../models/follow-up-times.ts';
import type { Office } from '../models/office.ts';
import type { OpenTicket } from '../models/open-ticket.ts';
import { words } from '../words/words.ts';
import { Icon } from './icons.tsx';
import { Menu } from './Menu.tsx';
import { TimesToPick } from './TimesToPick.tsx';

interface Props {
  open: OpenTicket;
  office: Office;
  ticket: DeskTicket['ticket'];
}

/** The status of the ticket, and the moves that are allowed without a reply. */
export function StatusMenu({ open, office, ticket }: Props): JSX.Element {
  const w = words.value;
  const promise = (followUpAt: string | null) => open.ticket.change({ kind: 'follow-up', body: { followUpAt } });
  return (
    <Menu
      name={`${w.status}: ${label(w.statuses, ticket.status)}`}
      label={
        <>
          {label(w.statuses, ticket.status)}
          <Icon of="down" />
        </>
      }
    >
      {(close) => (
        <>
          {ticket.moves.map((status) => (
            <button
              key={status}
              type="button"
              onClick={() => {
                close();
                void open.ticket.change({ kind: 'status', body: { status, seenMessages: ticket.messageCount } });
              }}
            >
              {label(w.statuses, status)}
            </button>
          ))}
          <p class="menu-title">
            {w.statuses['in-progress']}, {w.followUp.set}
          </p>
          <TimesToPick
            office={office}
            times={followUpTimes}
            pick={(at) => {
              close();
              void promise(at);
            }}
          />
          {ticket.followUpAt && (
            <button
              type="button"
              onClick={() => {
                close();
                void promise(null);
              }}
            >
              {w.followUp.clear}
            </button>
          )}
        </>
      )}
    </Menu>
  );
}
