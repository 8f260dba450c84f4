import type { DeliveryRow } from '../store/deliveries.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { appendEvent } from './append-event.ts';

/** Tells at its ticket of a letter that did not arrive; one about no ticket has nobody to tell. */
export async function appendMailFailed(
  transaction: Store,
  { id, kind, ticket_number: ticketNumber }: DeliveryRow,
  now: Temporal.Instant,
): Promise<void> {
  if (ticketNumber === null) return;
  await appendEvent(transaction, {
    at: toInstantText(now),
    actor: 'clock',
    action: 'ticket.mail-failed',
    ticketNumber,
    details: { delivery: id, kind },
  });
}
