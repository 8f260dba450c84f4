import { answerBy } from '../policy/promise.ts';
import { orderedDueAt } from '../policy/queue.ts';
import type { ThreadState } from '../policy/thread.ts';
import { readInstant, toInstantText } from '../store/instants.ts';
import type { TicketRow } from '../store/tickets.ts';

/** The state of a stored ticket's thread. */
export function toThreadState(ticket: TicketRow): ThreadState {
  return { status: ticket.status, waitingSince: readInstant(ticket.waiting_since) };
}

/**
 * A thread's state as columns: the promise and the place in the queue follow from it and are never set on their own.
 */
export function threadColumns(channel: TicketRow['channel'], state: ThreadState, at: Temporal.Instant) {
  const { status, waitingSince } = state;
  const promised = waitingSince && answerBy(channel, waitingSince);
  return {
    status,
    waiting_since: waitingSince && toInstantText(waitingSince),
    answer_by: promised && toInstantText(promised),
    queue_waiting: waitingSince ? 1 : 0,
    queue_due_at: toInstantText(orderedDueAt(channel, waitingSince ?? at)),
    closed_at: status === 'closed' ? toInstantText(at) : null,
    changed_at: toInstantText(at),
    // No ticket is snoozed while a reply is owed.
    ...(waitingSince && { snoozed_until: null }),
  } as const;
}
