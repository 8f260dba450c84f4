import type { DeskLetter } from '../contract/desk/read-ticket.ts';
import { canResend } from '../policy/resend.ts';
import { type DeliveryRow, deliveriesOf } from '../store/deliveries.ts';
import { toPublicInstant } from '../store/instants.ts';
import { findMailAddress } from '../store/mail-addresses.ts';
import type { MessageRow } from '../store/messages.ts';
import type { Store } from '../store/open.ts';
import type { TicketRow } from '../store/tickets.ts';
import { isToOthers, recipientNow } from './resend-letter.ts';

/**
 * Our letters about a thread, each at the message that it brings; those that bring none, such as the receipt, at the first
 * one of their ticket.
 * @param tickets the ticket and those that were merged into it
 */
export async function lettersOfTicket(
  db: Store,
  tickets: readonly TicketRow[],
  messages: readonly MessageRow[],
): Promise<DeskLetter[]> {
  const rows = await deliveriesOf(
    db,
    tickets.map(({ number }) => number),
  );
  const byNumber = new Map(tickets.map((ticket) => [ticket.number, ticket]));
  const bounced = new Map<string, boolean>();
  const letters: DeskLetter[] = [];
  for (const row of rows) {
    const ticket = byNumber.get(row.ticket_number ?? '');
    const message = messageOf(row, messages);
    if (!ticket || !message) continue;
    const recipient = recipientNow(row, ticket);
    if (!bounced.has(recipient)) {
      bounced.set(recipient, Boolean((await findMailAddress(db, recipient))?.bounced_at));
    }
    const isEnded = !isToOthers(row.kind) && ticket.mail_ended_at !== null;
    letters.push({
      id: row.id,
      message: message.id,
      kind: row.kind,
      recipient: row.recipient,
      state: row.state,
      reason: row.reason,
      serverReply: row.server_reply,
      at: toPublicInstant(Temporal.Instant.from(row.sent_at ?? row.created_at)),
      canResend: canResend({ ...row, isEnded, isBounced: bounced.get(recipient) ?? false }),
    });
  }
  return letters;
}

function messageOf({ thread_message, ticket_number }: DeliveryRow, messages: readonly MessageRow[]) {
  const brought = thread_message !== null && messages.find(({ id }) => id === thread_message);
  if (brought) return brought;
  const shown = messages.filter(({ position }) => position !== null);
  const own = shown.find(({ merged_from, ticket_number: number }) => (merged_from ?? number) === ticket_number);
  return own ?? shown[0];
}
