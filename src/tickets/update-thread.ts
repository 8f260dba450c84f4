import type { ThreadState } from '../policy/thread.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { type TicketRow, updateTicket } from '../store/tickets.ts';
import { beginWait, endWait } from '../store/waits.ts';
import { threadColumns } from './thread-columns.ts';

/** How a thread got where it stands now, and what changed of its ticket besides. */
export interface ThreadUpdate {
  /** what ends the customer's waiting, if that is how it ends; a move unless it is said */
  endedBy?: 'answer' | 'move';
  changes?: Partial<Pick<TicketRow, 'message_count' | 'agent_seen'>>;
}

/**
 * Writes where a thread stands from now on: the one place where a stored thread changes its state, so that no wait of a
 * customer begins or ends without being written down for the reports.
 * @returns the columns as written
 */
export async function updateThread(
  transaction: Store,
  ticket: TicketRow,
  after: ThreadState,
  now: Temporal.Instant,
  { endedBy = 'move', changes = {} }: ThreadUpdate = {},
) {
  const columns = threadColumns(ticket.channel, after, now);
  await updateTicket(transaction, ticket.number, { ...columns, ...changes });
  const { waiting_since: before } = ticket;
  if (before === columns.waiting_since) return columns;
  if (before !== null)
    await endWait(transaction, ticket.number, { beganAt: before, at: toInstantText(now), by: endedBy });
  if (columns.waiting_since !== null) await beginWait(transaction, { ...ticket, ...columns }, columns.waiting_since);
  return columns;
}
