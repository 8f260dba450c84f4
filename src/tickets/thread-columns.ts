import { answerBy } from '../policy/promise.ts';
import { orderedDueAt } from '../policy/queue.ts';
import { isOver, type ThreadState } from '../policy/thread.ts';
import { readInstant, toInstantText } from '../store/instants.ts';
import type { TicketRow } from '../store/tickets.ts';
import { returnAt } from './return-columns.ts';

/** The state of a stored ticket's thread. */
export function toThreadState(ticket: TicketRow): ThreadState {
  return {
    status: ticket.status,
    waitingSince: readInstant(ticket.waiting_since),
    followUpAt: readInstant(ticket.follow_up_at),
  };
}

/**
 * A thread's state as columns: the promise and the place in the queue follow from it and are never set on their own.
 */
export function threadColumns(
  { promised: isPromised, snoozed_until }: Pick<TicketRow, 'promised' | 'snoozed_until'>,
  state: ThreadState,
  at: Temporal.Instant,
) {
  const { status, waitingSince, followUpAt } = state;
  const promised = waitingSince && isPromised === 1 ? answerBy(waitingSince) : null;
  const dueAt = orderedDueAt(isPromised === 1, waitingSince ?? at);
  const follow_up_at = followUpAt && toInstantText(followUpAt);
  // A customer's word ends what was put off, and of what is over nothing comes back.
  const snoozed = waitingSince || isOver(status) ? null : snoozed_until;
  return {
    status,
    waiting_since: waitingSince && toInstantText(waitingSince),
    answer_by: promised && toInstantText(promised),
    queue_waiting: waitingSince ? 1 : 0,
    // Of two promises the earlier one falls due first.
    queue_due_at: toInstantText(
      waitingSince && followUpAt && Temporal.Instant.compare(followUpAt, dueAt) < 0 ? followUpAt : dueAt,
    ),
    follow_up_at,
    snoozed_until: snoozed,
    ...(snoozed === null && { returned_at: null }),
    queue_return_at: waitingSince ? null : returnAt(follow_up_at, snoozed),
    closed_at: status === 'closed' ? toInstantText(at) : null,
    changed_at: toInstantText(at),
  } as const;
}
