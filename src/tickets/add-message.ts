import { ownerOf, type UnknownUpload } from '../attachments/claim-uploads.ts';
import type { AddMessageRequest } from '../contract/add-message-request.ts';
import { afterCustomerMessage } from '../policy/thread.ts';
import { insertAudit } from '../store/audit.ts';
import { toInstantText } from '../store/instants.ts';
import { updateTicket } from '../store/tickets.ts';
import { type CustomerAction, type NotFound, onTheirTicket } from './on-their-ticket.ts';
import type { Done, KeyReused, TicketDeps } from './once.ts';
import { threadColumns, toThreadState } from './thread-columns.ts';
import { writeMessage } from './write-message.ts';

/** The customer writes on in a ticket: what was over opens again, and the promise runs if it did not. Answers the message. */
export async function addMessage(
  deps: TicketDeps,
  action: CustomerAction,
  request: AddMessageRequest,
): Promise<Done | KeyReused | NotFound | UnknownUpload> {
  return onTheirTicket<UnknownUpload>(deps, action, request, async (transaction, ticket, now) => {
    const position = ticket.message_count + 1;
    const message = {
      ticketNumber: ticket.number,
      shopId: ticket.shop_id,
      sender: 'customer',
      author: ticket.contact_name,
      text: request.text,
      position,
      attachments: request.attachments ?? [],
      owners: ownerOf(action.caller),
    } as const;
    const written = await writeMessage(transaction, message, now);
    if ('outcome' in written) return written;
    await updateTicket(transaction, ticket.number, {
      ...threadColumns(ticket.channel, afterCustomerMessage(toThreadState(ticket), now), now),
      message_count: position,
    });
    await insertAudit(transaction, {
      at: toInstantText(now),
      actor: 'customer',
      action: 'ticket.message',
      ticketNumber: ticket.number,
      details: { position, files: written.attachments.length },
    });
    return written;
  });
}
