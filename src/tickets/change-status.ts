import type { TicketStatus } from '../contract/lists.ts';
import type { ChangeStatusRequest } from '../contract/tickets/thread-requests.ts';
import { appendEvent } from '../events/append-event.ts';
import { afterCustomerMove } from '../policy/thread.ts';
import { maybePublicInstant, toInstantText } from '../store/instants.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import type { TicketRow } from '../store/tickets.ts';
import type { Done, KeyReused, NotFound } from './idempotently.ts';
import { noteHelped } from './note-helped.ts';
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

/** Records that a customer moved their ticket. */
export async function appendMove(
  transaction: Store,
  { number: ticketNumber, status: from }: Pick<TicketRow, 'number' | 'status'>,
  to: TicketStatus,
  now: Temporal.Instant,
): Promise<void> {
  const event = { at: toInstantText(now), actor: 'customer', ticketNumber };
  await appendEvent(transaction, { ...event, action: 'ticket.moved', details: { from, to } });
}

/** The customer calls a ticket solved, which says that it helped, or opens it again. Returns the new status. */
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
    const helped = await noteHelped(transaction, ticket, after.status, now);
    if (after === before && helped.helped === undefined)
      return { number: ticket.number, status: ticket.status, answerBy: maybePublicInstant(ticket.answer_by) };
    const place = after !== before && after.waitingSince && (await placeOfWordIn(transaction, ticket, now));
    const columns = await updateThread(transaction, ticket, after, now, {
      changes: { ...helped, ...(place && placeColumns(place)) },
    });
    if (after !== before) await appendMove(transaction, ticket, after.status, now);
    return { number: ticket.number, status: after.status, answerBy: maybePublicInstant(columns.answer_by) };
  });
}
