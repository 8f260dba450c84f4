import { answerBy } from '../policy/promise.ts';
import { orderedDueAt } from '../policy/queue.ts';
import { isOver, type ThreadState } from '../policy/thread.ts';
import { readInstant, toInstantText } from '../store/instants.ts';
import type { TicketRow } from '../store/tickets.ts';
import { NO_RETURN } from './return-columns.ts';

/** The state of a stored ticket's thread. */
export function toThreadState(ticket: TicketRow): ThreadState {
  return { status: ticket.status, waitingSince: readInstant(ticket.waiting_since) };
}

/**
 * A thread's state as columns: the promise and the place in the queue follow from it and are never set on their own.
 */
export function threadColumns(
  { promised: isPromised }: Pick<TicketRow, 'promised'>,
  state: ThreadState,
  at: Temporal.Instant,
) {
  const { status, waitingSince } = state;
  const promised = waitingSince && isPromised === 1 ? answerBy(waitingSince) : null;
  return {
    status,
    waiting_since: waitingSince && toInstantText(waitingSince),
    answer_by: promised && toInstantText(promised),
    queue_waiting: waitingSince ? 1 : 0,
    queue_due_at: toInstantText(orderedDueAt(isPromised === 1, waitingSince ?? at)),
    closed_at: status === 'closed' ? toInstantText(at) : null,
    changed_at: toInstantText(at),
    // A customer's word ends what we put off and what we said of the question before; of what is over nothing comes back.
    ...(waitingSince && { follow_ups: 0 }),
    ...((waitingSince || isOver(status)) && NO_RETURN),
  } as const;
}
