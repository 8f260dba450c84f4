import type { JSX } from 'preact';
import { label } from '../../browser/lists.ts';
import type { AgentName } from '../../src/contract/desk/queue-row.ts';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import { momentInFull } from '../words/moments.ts';
import { words } from '../words/words.ts';

interface Props {
  entries: DeskTicket['audit'];
  agents: readonly AgentName[];
}

/** The audit trail of the ticket, collapsed at first. */
export function Audit({ entries, agents }: Props): JSX.Element {
  const w = words.value;
  const nameOf = (id: unknown) => agents.find((agent) => agent.id === id)?.name ?? label(w.actors, String(id));
  function detail({ action, details }: Props['entries'][number]): string {
    if (action === 'ticket.assigned') return `→ ${details.to === null ? w.nobody : nameOf(details.to)}`;
    if (typeof details.tag === 'string') return details.tag;
    if (action === 'ticket.snoozed' && typeof details.until === 'string') return `→ ${momentInFull(details.until)}`;
    if (action.startsWith('ticket.follow-up') && typeof details.at === 'string') return `→ ${momentInFull(details.at)}`;
    if (action === 'ticket.merged') return `${details.from} → ${details.into}`;
    return typeof details.to === 'string' ? `→ ${label(w.statuses, details.to)}` : '';
  }
  return (
    <details class="fold">
      <summary>
        {w.audit} <span class="count">{entries.length}</span>
      </summary>
      <table>
        <tbody>
          {entries.map((entry, index) => (
            <tr key={index}>
              <th scope="row">{momentInFull(entry.at)}</th>
              <td>{nameOf(entry.actor)}</td>
              <td>
                {label(w.history, entry.action)} {detail(entry)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
