import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import type { OpenIncident } from '../client/desk-client.ts';
import type { OpenTicket } from '../models/open-ticket.ts';
import { words } from '../words/words.ts';
import { Icon } from './icons.tsx';
import { Menu } from './Menu.tsx';

interface Props {
  open: OpenTicket;
  ticket: DeskTicket['ticket'];
}

/** Links the ticket to an incident, or unlinks it; once the incident is solved the link is fixed. */
export function IncidentMenu({ open, ticket }: Props): JSX.Element | null {
  const w = words.value;
  if (ticket.incident?.solvedAt) return null;
  return (
    <Menu
      label={
        <>
          {w.linkIncident}
          <Icon of="down" />
        </>
      }
    >
      {(close) => <Choices open={open} ticket={ticket} close={close} />}
    </Menu>
  );
}

/** The incidents it can be linked to, read when the menu is opened. */
function Choices({ open, ticket, close }: Props & { close: () => void }): JSX.Element {
  const w = words.value;
  const incidents = useSignal<OpenIncident[] | null>(null);
  useEffect(() => {
    void open.ticket.readIncidents().then((read) => {
      incidents.value = read;
    });
  }, []);
  function link(incident: number | null): void {
    close();
    void open.ticket.change({ kind: 'incident', body: { incident, seenMessages: ticket.messageCount } });
  }
  return (
    <>
      {incidents.value === null && <p role="status">{w.loading}</p>}
      {incidents.value?.length === 0 && <p role="status">{w.noIncidents}</p>}
      {incidents.value?.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          dir="auto"
          aria-current={id === ticket.incident?.id || undefined}
          onClick={() => link(id)}
        >
          {title}
        </button>
      ))}
      {ticket.incident && (
        <button type="button" onClick={() => link(null)}>
          {w.unlinkIncident}
        </button>
      )}
    </>
  );
}
