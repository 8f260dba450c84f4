import { ownerOf, takeUploads, type UnknownUpload } from '../attachments/claim-uploads.ts';
import type { AddMessageRequest } from '../contract/tickets/thread-requests.ts';
import { appendEvent } from '../events/append-event.ts';
import { afterCustomerMessage, fitsThread } from '../policy/thread.ts';
import { toInstantText } from '../store/instants.ts';
import { textLength } from '../store/messages.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import type { TicketRow } from '../store/tickets.ts';
import type { Done, KeyReused } from './idempotently.ts';
import { toThreadState } from './thread-columns.ts';
import { updateThread } from './update-thread.ts';
import { type CustomerAction, type NotFound, withTicketForCustomer } from './with-ticket-for-customer.ts';
import { writeMessage } from './write-message.ts';

/** The thread has reached its greatest length; the customer can open a new ticket. */
export interface ThreadFull {
  outcome: 'refused';
  code: 'thread-full';
}

/**
 * The customer writes in a ticket: a ticket that was over opens again, and the promise starts if it did not run.
 * Returns the message.
 */
export async function addMessage(
  deps: StoreAndClock,
  action: CustomerAction,
  request: AddMessageRequest,
): Promise<Done | KeyReused | NotFound | UnknownUpload | ThreadFull> {
  return withTicketForCustomer<UnknownUpload | ThreadFull>(deps, action, request, async (transaction, ticket, now) => {
    const attachments = request.attachments ?? [];
    if (!(await fits(transaction, ticket, request.text.length))) return { outcome: 'refused', code: 'thread-full' };
    await takeUploads(transaction, attachments);
    const position = ticket.message_count + 1;
    const message = {
      ticketNumber: ticket.number,
      shopId: ticket.shop_id,
      sender: 'customer',
      author: ticket.contact_name,
      text: request.text,
      position,
      attachments,
      // With a session too: the file may have been sent with the ticket's token before the session began.
      owners: [...ownerOf(action.caller), `token:${ticket.token_hash}`],
    } as const;
    const written = await writeMessage(transaction, message, now);
    if ('outcome' in written) return written;
    const after = afterCustomerMessage(toThreadState(ticket), now);
    await updateThread(transaction, ticket, after, now, { changes: { message_count: position } });
    await appendEvent(transaction, {
      at: toInstantText(now),
      actor: 'customer',
      action: 'ticket.message',
      ticketNumber: ticket.number,
      details: { position, files: written.attachments.length },
    });
    return written;
  });
}

async function fits(transaction: Store, { number, message_count }: TicketRow, characters: number): Promise<boolean> {
  return fitsThread({ messages: message_count + 1, characters: (await textLength(transaction, number)) + characters });
}
