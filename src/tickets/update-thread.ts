import type { ThreadState } from '../policy/thread.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { type TicketRow, updateTicket } from '../store/tickets.ts';
import { beginWait, dropWait, endWait, moveWait } from '../store/waits.ts';
import { threadColumns } from './thread-columns.ts';

/** How a thread got where it stands now, and what changed of its ticket besides. */
export interface ThreadUpdate {
  /**
   * what ends the customer's waiting, if that is how it ends; a move unless it is said. After a merge the customer waits
   * on in the other thread
   */
  endedBy?: 'answer' | 'move' | 'merge';
  changes?: Partial<Omit<TicketRow, 'number' | 'channel' | keyof ReturnType<typeof threadColumns>>> &
    Partial<Pick<TicketRow, 'snoozed_until'>>;
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
  const { number, waiting_since: before } = ticket;
  const since = columns.waiting_since;
  if (before === since) return columns;
  if (before === null && since !== null) await beginWait(transaction, { ...ticket, ...columns }, since);
  else if (since !== null) await moveWait(transaction, number, { beganAt: since, dueAt: columns.answer_by });
  else if (endedBy === 'merge') await dropWait(transaction, number);
  else if (before !== null)
    await endWait(transaction, number, { beganAt: before, at: toInstantText(now), by: endedBy });
  return columns;
}
