import { isOver } from '../policy/thread.ts';
import { dropFollowUp, endFollowUp, moveFollowUp, startFollowUp } from '../store/follow-ups.ts';
import { type InstantText, toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import type { TicketRow } from '../store/tickets.ts';

/** How a thread changes, as far as it is about writing again. */
interface Change extends Pick<TicketRow, 'status'> {
  /** by when we write again from now on */
  follow_up_at: InstantText | null;
  endedBy: 'answer' | 'move' | 'merge';
  repliedBy: string | undefined;
  movedBy: string | undefined;
}

/**
 * Records what is said of writing again for the reports, which count each time that we said so and not only the last.
 * A question goes on until we reply without saying so again: the second time on one question is late from the beginning.
 * @returns the ticket's column
 */
export async function recordFollowUp(
  transaction: Store,
  { number, follow_up_at: before, follow_ups }: TicketRow,
  { status, follow_up_at: after, endedBy, repliedBy, movedBy }: Change,
  now: Temporal.Instant,
): Promise<Pick<TicketRow, 'follow_ups'>> {
  const isEnded = before !== null && (repliedBy !== undefined || after === null);
  if (isEnded && endedBy === 'merge') await dropFollowUp(transaction, number);
  else if (isEnded)
    await endFollowUp(transaction, number, { at: toInstantText(now), by: repliedBy ? 'answer' : 'move' });
  if (after === null) return { follow_ups: repliedBy || isOver(status) ? 0 : follow_ups };
  if (before !== null && !isEnded) {
    if (before !== after) await moveFollowUp(transaction, number, after);
    return { follow_ups };
  }
  const nth = follow_ups + 1;
  const agent = repliedBy ?? movedBy ?? 'operator';
  await startFollowUp(transaction, { ticket_number: number, agent, due_at: after, nth });
  return { follow_ups: nth };
}
