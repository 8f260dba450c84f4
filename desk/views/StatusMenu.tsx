import type { JSX } from 'preact';
import { label } from '../../browser/lists.ts';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import type { OpenTicket } from '../models/open-ticket.ts';
import { words } from '../words/words.ts';
import { Icon } from './icons.tsx';
import { Menu } from './Menu.tsx';

/** The status of the ticket, and the moves that are allowed without a reply. */
export function StatusMenu({ open, ticket }: { open: OpenTicket; ticket: DeskTicket['ticket'] }): JSX.Element {
  const w = words.value;
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
      {(close) =>
        ticket.moves.map((status) => (
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
        ))
      }
    </Menu>
  );
}
