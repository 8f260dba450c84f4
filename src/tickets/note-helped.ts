import type { TicketStatus } from '../contract/lists.ts';
import { appendEvent } from '../events/append-event.ts';
import { saidOfSolution } from '../policy/thread.ts';
import { toInstantText } from '../store/instants.ts';
import { isAnswered } from '../store/messages.ts';
import type { Store } from '../store/open.ts';
import type { TicketRow } from '../store/tickets.ts';

/**
 * Records what a customer says of our solution by moving their ticket, for the reports. Nothing is said of a ticket that we
 * never answered, and what was said already is not said again.
 * @returns the columns to be written with the move
 */
export async function noteHelped(
  transaction: Store,
  ticket: Pick<TicketRow, 'number' | 'status' | 'helped'>,
  to: TicketStatus,
  now: Temporal.Instant,
): Promise<Partial<Pick<TicketRow, 'helped'>>> {
  const helped = saidOfSolution(ticket.status, to);
  if (helped === null || helped === ticket.helped || !(await isAnswered(transaction, ticket.number))) return {};
  const event = { at: toInstantText(now), actor: 'customer', ticketNumber: ticket.number };
  await appendEvent(transaction, { ...event, action: 'ticket.helped', details: { helped } });
  return { helped };
}
