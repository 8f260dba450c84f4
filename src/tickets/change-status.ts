import type { TicketStatus } from '../contract/lists.ts';
import type { ChangeStatusRequest } from '../contract/tickets/thread-requests.ts';
import { appendEvent } from '../events/append-event.ts';
import { afterCustomerMove } from '../policy/thread.ts';
import { maybePublicInstant, toInstantText } from '../store/instants.ts';
import type { StoreAndClock } from '../store/open.ts';
import type { Done, KeyReused, NotFound } from './idempotently.ts';
import { isAtHome } from './opened-thread.ts';
import { placeColumns, placeOfWordIn } from './place-columns.ts';
import { toThreadState } from './thread-columns.ts';
import { updateThread } from './update-thread.ts';
import { type CustomerAction, withTicketForCustomer } from './with-ticket-for-customer.ts';

/** The move is not allowed from the current status of the ticket. */
export interface Conflict {
  outcome: 'refused';
  code: 'conflict';
  ticketStatus: TicketStatus;
}

/** The customer calls a ticket solved, or opens it again. Returns the new status. */
export async function changeStatus(
  deps: StoreAndClock,
  action: CustomerAction,
  request: ChangeStatusRequest,
): Promise<Done | KeyReused | NotFound | Conflict> {
  return withTicketForCustomer<Conflict>(deps, action, request, async (transaction, opened, now) => {
    const { ticket } = opened;
    const before = toThreadState(ticket);
    // Whose ticket was merged into somebody else's moves nothing there.
    const after = isAtHome(opened) ? afterCustomerMove(before, request.status, now) : null;
    if (!after) return { outcome: 'refused', code: 'conflict', ticketStatus: ticket.status };
    if (after === before)
      return { number: ticket.number, status: ticket.status, answerBy: maybePublicInstant(ticket.answer_by) };
    const place = after.waitingSince && (await placeOfWordIn(transaction, ticket, now));
    const columns = await updateThread(transaction, ticket, after, now, {
      changes: place ? placeColumns(place) : {},
    });
    await appendEvent(transaction, {
      at: toInstantText(now),
      actor: 'customer',
      action: 'ticket.moved',
      ticketNumber: ticket.number,
      details: { from: ticket.status, to: after.status },
    });
    return { number: ticket.number, status: after.status, answerBy: maybePublicInstant(columns.answer_by) };
  });
}
