import type { Ticket } from '../contract/tickets/read-ticket.ts';
import type { Caller } from '../identity/caller.ts';
import { customerMoves } from '../policy/thread.ts';
import { maybePublicInstant, toPublicInstant } from '../store/instants.ts';
import { threadOf } from '../store/messages.ts';
import type { Store } from '../store/open.ts';
import type { TicketRow } from '../store/tickets.ts';
import { uploadsOfTicket } from '../store/uploads.ts';
import { findTicketFor } from './find-ticket-for.ts';
import { toPublicMessage } from './public-message.ts';
import { toThreadState } from './thread-columns.ts';

/** A ticket and the tag of this state of it, for `ETag`. */
export interface TicketAsRead {
  version: string;
  /** reads the thread; not needed when the client has this version already */
  read: () => Promise<Ticket>;
}

/** A ticket, if the caller may see it, or null. */
export async function readTicket(
  db: Store,
  number: string,
  caller: Caller,
  now: Temporal.Instant,
): Promise<TicketAsRead | null> {
  const ticket = await findTicketFor(db, number, caller, now);
  // The caller knows a merged ticket by its old number, and keeps getting it under that.
  return (
    ticket && {
      version: `${ticket.number}-${ticket.version}`,
      read: async () => ({ ...(await withThread(db, ticket)), number }),
    }
  );
}

/** Maps a ticket to the public contract: the only place that does. */
async function withThread(db: Store, ticket: TicketRow): Promise<Ticket> {
  const files = Map.groupBy(await uploadsOfTicket(db, ticket.number), ({ message_id }) => message_id);
  const thread = await threadOf(db, ticket.number);
  return {
    number: ticket.number,
    subject: ticket.subject,
    topic: ticket.topic,
    status: ticket.status,
    channel: ticket.channel,
    receivedAt: toPublicInstant(Temporal.Instant.from(ticket.received_at)),
    waitingSince: maybePublicInstant(ticket.waiting_since),
    answerBy: maybePublicInstant(ticket.answer_by),
    moves: customerMoves(toThreadState(ticket)),
    seenMessages: ticket.customer_seen,
    messages: thread.map((message) => toPublicMessage(message, files.get(message.id) ?? [])),
  };
}
