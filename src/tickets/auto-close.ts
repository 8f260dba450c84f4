import { appendEvent } from '../events/append-event.ts';
import { AUTO_CLOSE_STATUSES, autoCloseBound, closesByItself } from '../policy/auto-close.ts';
import { toInstantText } from '../store/instants.ts';
import type { StoreAndClock } from '../store/open.ts';
import { type TicketRow, ticketsToAutoClose } from '../store/tickets.ts';
import { updateThread } from './update-thread.ts';
import { withTicketForAgent } from './with-ticket-for-agent.ts';

/** The most tickets of one run, so that no transaction waits long; the next run continues. */
const BATCH = 500;

const CLOCK = { actor: 'clock', author: null };

/** Whether somebody waits for us, or something is to come back: nothing that we owe is closed for quiet. */
function isOwed({ waiting_since, follow_up_at, queue_return_at }: TicketRow): boolean {
  return waiting_since !== null || follow_up_at !== null || queue_return_at !== null;
}

/**
 * Closes tickets that are solved, or that wait for the customer, after this many days without activity.
 * @returns how many were closed
 */
export async function autoCloseTickets(deps: StoreAndClock, days: number): Promise<number> {
  const bound = toInstantText(autoCloseBound(deps.now(), days));
  const numbers = await ticketsToAutoClose(deps.store, AUTO_CLOSE_STATUSES, bound, BATCH);
  let closed = 0;
  for (const number of numbers) {
    const isClosed = await withTicketForAgent(deps, { number, ...CLOCK }, async (transaction, ticket, now) => {
      // Checked again: the customer may have written since the list was read.
      if (!closesByItself(ticket.status) || ticket.changed_at > bound || isOwed(ticket)) return false;
      await updateThread(transaction, ticket, { status: 'closed', waitingSince: null, followUpAt: null }, now);
      await appendEvent(transaction, {
        at: toInstantText(now),
        actor: CLOCK.actor,
        action: 'ticket.closed-after-quiet',
        ticketNumber: ticket.number,
        details: { from: ticket.status, days },
      });
      return true;
    });
    if (isClosed) closed += 1;
  }
  return closed;
}
