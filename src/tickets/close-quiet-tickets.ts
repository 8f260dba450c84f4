import { isQuiet, QUIET_STATUSES, quietSince } from '../policy/quiet.ts';
import { insertAudit } from '../store/audit.ts';
import { toInstantText } from '../store/instants.ts';
import type { StoreAndClock } from '../store/open.ts';
import { quietTickets } from '../store/tickets.ts';
import { onOurTicket } from './on-our-ticket.ts';
import { updateThread } from './update-thread.ts';

/** The most tickets of one run, so that no transaction waits long; the next run continues. */
const BATCH = 500;

const CLERK = { actor: 'clock', author: null };

/**
 * Closes tickets that are solved, or that wait for the customer, after this many days without activity.
 * @returns how many were closed
 */
export async function closeQuietTickets(deps: StoreAndClock, days: number): Promise<number> {
  const bound = toInstantText(quietSince(deps.now(), days));
  const numbers = await quietTickets(deps.store, QUIET_STATUSES, bound, BATCH);
  let closed = 0;
  for (const number of numbers) {
    const isClosed = await onOurTicket(deps, { number, ...CLERK }, async (transaction, ticket, now) => {
      // Checked again: the customer may have written since the list was read.
      if (!isQuiet(ticket.status) || ticket.changed_at > bound) return false;
      await updateThread(transaction, ticket, { status: 'closed', waitingSince: null }, now);
      await insertAudit(transaction, {
        at: toInstantText(now),
        actor: CLERK.actor,
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
