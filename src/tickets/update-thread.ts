import { isOver, type ThreadState } from '../policy/thread.ts';
import { type InstantText, toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import {
  dropResponseTime,
  endResponseTime,
  moveResponseTime,
  resumeResponseTime,
  startResponseTime,
} from '../store/response-times.ts';
import { type TicketRow, updateTicket } from '../store/tickets.ts';
import { noteInstallation } from './note-installation.ts';
import { recordFollowUp } from './record-follow-up.ts';
import { thanksColumns } from './thanks-columns.ts';
import { threadColumns } from './thread-columns.ts';

/** How a thread came to its new state, and other changes of its ticket. */
export interface ThreadUpdate {
  /**
   * what ends the customer's wait, if it ends; `move` by default. After a merge the customer waits in the other thread
   */
  endedBy?: 'answer' | 'move' | 'merge';
  /** when the move was that is undone now: the wait that it ended goes on, and no other one begins */
  undoes?: InstantText;
  /** who replied for us: that ends what was put off, and what we said of writing again before */
  repliedBy?: string;
  /** who moved it, for what is said of writing again without a reply */
  movedBy?: string;
  /** whether the customer says thanks and nothing else */
  isThanks?: boolean;
  changes?: Partial<Omit<TicketRow, 'number' | 'channel' | keyof ReturnType<typeof threadColumns>>>;
}

/**
 * Writes the new state of a thread: the only place that does, so that no wait of a customer begins or ends without
 * being recorded for the reports.
 * @returns the written columns
 */
export async function updateThread(
  transaction: Store,
  ticket: TicketRow,
  after: ThreadState,
  now: Temporal.Instant,
  { endedBy = 'move', undoes, repliedBy, movedBy, isThanks = false, changes = {} }: ThreadUpdate = {},
) {
  const kept = {
    promised: changes.promised ?? ticket.promised,
    snoozed_until: repliedBy ? null : ticket.snoozed_until,
  };
  const columns = threadColumns(kept, after, now);
  const { number, waiting_since: before } = ticket;
  const since = columns.waiting_since;
  // A new wait has a promise of its own, of which nothing was said yet.
  const unwarned = before !== since && { late_warned_at: null };
  const said = await recordFollowUp(transaction, ticket, { ...columns, endedBy, repliedBy, movedBy }, now);
  const thanked = thanksColumns(ticket, isThanks);
  // What helped once and came back is undecided again; that it did not help stays said.
  const cameBack = ticket.helped === 'yes' && !isOver(after.status) && { helped: null };
  await updateTicket(transaction, ticket.number, {
    ...unwarned,
    ...thanked,
    ...cameBack,
    ...changes,
    ...said,
    ...columns,
  });
  await noteInstallation(transaction, ticket, columns.status, now);
  if (before === since && ticket.answer_by === columns.answer_by) return columns;
  if (before === null && since !== null && undoes) await resumeResponseTime(transaction, number, undoes);
  else if (before === null && since !== null) await startResponseTime(transaction, { ...ticket, ...columns }, since);
  else if (since !== null) await moveResponseTime(transaction, number, { beganAt: since, dueAt: columns.answer_by });
  else if (endedBy === 'merge') await dropResponseTime(transaction, number);
  else if (before !== null)
    await endResponseTime(transaction, number, { beganAt: before, at: toInstantText(now), by: endedBy });
  return columns;
}
