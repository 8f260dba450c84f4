import type { JSX } from 'preact';
import type { AgentName } from '../../src/contract/desk/queue-row.ts';
import type { DeskModel } from '../models/desk-model.ts';
import type { OpenTicket } from '../models/open-ticket.ts';
import { words } from '../words/words.ts';
import { Icon } from './icons.tsx';
import { Menu } from './Menu.tsx';

interface Props {
  model: DeskModel;
  open: OpenTicket;
  /** the assignee; null for nobody */
  holder: AgentName | null;
}

/** The assignee of the ticket, and a menu to change it. */
export function AssignMenu({ model, open, holder }: Props): JSX.Element {
  const w = words.value;
  const choices = [...model.agents.value, null];
  return (
    <Menu
      name={`${w.assignee}: ${holder?.name ?? w.nobody}`}
      label={
        <>
          <Icon of="person" />
          {holder?.name ?? w.nobody}
          <Icon of="down" />
        </>
      }
    >
      {(close) =>
        choices.map((agent) => (
          <button
            key={agent?.id ?? ''}
            type="button"
            aria-current={(agent?.id ?? null) === (holder?.id ?? null) || undefined}
            onClick={() => {
              close();
              const body = { assignee: agent?.id ?? null, from: holder?.id ?? null };
              if (body.assignee !== body.from) void open.ticket.change({ kind: 'assignee', body });
            }}
          >
            {agent?.name ?? w.nobody}
          </button>
        ))
      }
    </Menu>
  );
}
