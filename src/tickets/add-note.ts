import { claimUploads, ownerOfAgent, takeUploads, type UnknownUpload } from '../attachments/claim-uploads.ts';
import type { AddNoteRequest } from '../contract/desk/replies-and-notes.ts';
import { appendEvent } from '../events/append-event.ts';
import { toInstantText } from '../store/instants.ts';
import { insertMessage } from '../store/messages.ts';
import type { StoreAndClock } from '../store/open.ts';
import { updateTicketUnseen } from '../store/tickets.ts';
import type { Done, KeyReused, NotFound } from './idempotently.ts';
import { type AgentAction, onceForAgent } from './with-ticket-for-agent.ts';

/**
 * Adds an internal note, which no customer ever sees and which is no reply, once per idempotency key.
 * @returns the stored response
 */
export async function addNote(
  deps: StoreAndClock,
  { number, actor, author }: AgentAction,
  idempotencyKey: string,
  { text, attachments = [] }: AddNoteRequest,
): Promise<Done | KeyReused | NotFound | UnknownUpload> {
  const request = { note: text, ...(attachments.length > 0 && { attachments }) };
  return onceForAgent<NotFound | UnknownUpload>(
    deps,
    { number, actor },
    idempotencyKey,
    request,
    async (transaction, ticket, now) => {
      const at = toInstantText(now);
      await takeUploads(transaction, attachments);
      const messageId = await insertMessage(transaction, {
        ticket_number: ticket.number,
        sender: 'agent',
        author,
        text,
        sent_at: at,
        position: null,
      });
      const claim = { attachments, owners: [ownerOfAgent(actor)], shopId: ticket.shop_id, messageId };
      const claimed = await claimUploads(transaction, claim);
      if ('outcome' in claimed) return claimed;
      await updateTicketUnseen(transaction, ticket.number, { changed_at: at });
      await appendEvent(transaction, { at, actor, action: 'ticket.note', ticketNumber: ticket.number });
      return { number };
    },
  );
}
