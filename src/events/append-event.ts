import { insertAuditRow } from '../store/audit.ts';
import type { Store } from '../store/open.ts';
import type { DomainEvent } from './domain-event.ts';
import { oweLetters } from './owe-letters.ts';

/**
 * Appends an event, in the transaction of the change that it records: neither is stored without the other. The desk's
 * stream re-reads what was appended. Whatever must miss nothing and leaves the service is a row of its own, written
 * beside the event: the letters that it owes.
 * @param transaction of the change; a refused sign-in, which changes nothing, has none
 */
export async function appendEvent(transaction: Store, event: DomainEvent): Promise<void> {
  const id = await insertAuditRow(transaction, {
    at: event.at,
    actor: event.actor,
    action: event.action,
    ticket_number: 'ticketNumber' in event ? event.ticketNumber : null,
    notice_id: 'incidentId' in event ? event.incidentId : null,
    details: JSON.stringify(event.details ?? {}),
  });
  await oweLetters(transaction, id, event);
}
