import { factLabels } from '#words/sending.ts';
import type { Result } from '../../browser/deliver.ts';
import { LIMITS } from '../../src/contract/limits.ts';
import type { TicketReceipt } from '../../src/contract/tickets/open-ticket.ts';
import type { OpenTicketRequest } from '../../src/contract/tickets/open-ticket-request.ts';
import type { TicketClient } from '../service/ticket-client.ts';
import type { TicketEntry } from './ticket-entry.ts';

/**
 * Sends an entry once. If the text was changed after an earlier attempt, the service may have that one under the same
 * key: then the change becomes a message in its thread. So there is always one ticket, whatever response got lost.
 */
export async function sendTicket(entry: TicketEntry, client: TicketClient): Promise<Result<TicketReceipt>> {
  const delivery = await client.openTicket(entry);
  if (delivery.outcome !== 'refused' || delivery.code !== 'idempotency-key-reused') return delivery;
  for (const body of entry.earlier) {
    const earlier = await client.openTicket({ key: entry.key, body });
    if (earlier.outcome === 'refused') continue; // not the body that arrived
    if (earlier.outcome !== 'ok') return earlier;
    const now: OpenTicketRequest = JSON.parse(entry.body);
    for (const [part, text] of changesIn(now, JSON.parse(body)).entries()) {
      const key = `${entry.key}.${entry.earlier.length}.${part}`;
      const message = { key, text, attachments: part === 0 ? now.attachments : undefined };
      const added = await client.addMessage(earlier.value.number, entry.token, message);
      if (added.outcome !== 'ok') return added;
    }
    return earlier;
  }
  return delivery;
}

/** The messages for the thread: the changed lines and the whole text; two messages if that is too long for one. */
function changesIn(now: OpenTicketRequest, before: OpenTicketRequest): string[] {
  const known = linesOf(before);
  const changes = linesOf(now).filter((line) => line && !known.includes(line));
  const whole = [...changes, now.description].join('\n\n');
  return whole.length > LIMITS.description ? [changes.join('\n\n'), now.description] : [whole];
}

function linesOf({ subject, contact, outage }: OpenTicketRequest): (string | undefined)[] {
  return [subject, contact.email, contact.phone, ...(outage?.facts ?? []).map((fact) => factLabels[fact])];
}
