import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import type { KnownProblem } from '../client/desk-client.ts';
import type { OpenTicket } from '../models/open-ticket.ts';
import { words } from '../words/words.ts';
import { Icon } from './icons.tsx';
import { Menu } from './Menu.tsx';

interface Props {
  open: OpenTicket;
  ticket: DeskTicket['ticket'];
}

/** Links the ticket to an incident, or unlinks it; once the incident is solved the link is fixed. */
export function ProblemMenu({ open, ticket }: Props): JSX.Element | null {
  const w = words.value;
  if (ticket.problem?.solvedAt) return null;
  return (
    <Menu
      label={
        <>
          {w.linkProblem}
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
  const problems = useSignal<KnownProblem[] | null>(null);
  useEffect(() => {
    void open.ticket.readProblems().then((read) => {
      problems.value = read;
    });
  }, []);
  function link(notice: number | null): void {
    close();
    void open.ticket.change({ kind: 'problem', body: { notice, seenMessages: ticket.messageCount } });
  }
  return (
    <>
      {problems.value === null && <p role="status">{w.loading}</p>}
      {problems.value?.length === 0 && <p role="status">{w.noProblems}</p>}
      {problems.value?.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          dir="auto"
          aria-current={id === ticket.problem?.id || undefined}
          onClick={() => link(id)}
        >
          {title}
        </button>
      ))}
      {ticket.problem && (
        <button type="button" onClick={() => link(null)}>
          {w.unlinkProblem}
        </button>
      )}
    </>
  );
}
