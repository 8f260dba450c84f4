import { appendEvent } from '../events/append-event.ts';
import { findAgentById } from '../store/agents.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { type TicketRow, updateTicketUnseen } from '../store/tickets.ts';

/**
 * Assigns a ticket that nobody holds to the agent who has just replied, or wrote it down, in the same transaction: what the
 * customer writes back then comes to somebody. A ticket that somebody holds stays theirs; an operator is no agent and holds nothing.
 */
export async function holdIfNobodys(
  transaction: Store,
  ticket: Pick<TicketRow, 'number' | 'assignee_id'>,
  actor: string,
  now: Temporal.Instant,
): Promise<void> {
  if (ticket.assignee_id !== null || !(await findAgentById(transaction, actor))) return;
  await updateTicketUnseen(transaction, ticket.number, { assignee_id: actor });
  await appendEvent(transaction, {
    at: toInstantText(now),
    actor,
    action: 'ticket.assigned',
    ticketNumber: ticket.number,
    details: { from: null, to: actor },
  });
}
