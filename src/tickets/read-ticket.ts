import type { Language } from '../contract/lists.ts';
import type { Ticket } from '../contract/tickets/read-ticket.ts';
import type { Caller } from '../identity/caller.ts';
import { customerMoves } from '../policy/thread.ts';
import { maybePublicInstant, toPublicInstant } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { uploadsOfTicket } from '../store/uploads.ts';
import { correctedFor } from './corrected.ts';
import { findTicketFor, type OpenedTicket } from './find-ticket-for.ts';
import { isAtHome, messageId, openedThread, seenPosition } from './opened-thread.ts';
import { placeOfWordIn } from './place-columns.ts';
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
  language: Language,
): Promise<TicketAsRead | null> {
  const opened = await findTicketFor(db, number, caller, now);
  if (!opened) return null;
  const promised = (await placeOfWordIn(db, opened.ticket, now))?.promised ?? opened.ticket.promised === 1;
  // The day on which support ends changes what is promised, and nothing of the ticket.
  const version = `${versionOf(opened)}${promised ? '' : '-unpromised'}`;
  // The caller knows a merged ticket by its old number, and keeps getting it under that.
  return { version, read: async () => ({ ...(await withThread(db, opened, language)), promised, number }) };
}

/** Whoever reads a part of a thread has marks of their own, and no business with the number of the whole. */
function versionOf({ ticket, own, view }: OpenedTicket): string {
  return view === 'whole' ? `${ticket.number}-${ticket.version}` : `${own.number}-${ticket.version}-${own.version}`;
}

/** Maps a ticket to the public contract: the only place that does. What it is about is what its caller asked. */
async function withThread(db: Store, opened: OpenedTicket, language: Language): Promise<Omit<Ticket, 'promised'>> {
  const { ticket } = opened;
  const files = Map.groupBy(await uploadsOfTicket(db, ticket.number), ({ message_id }) => message_id);
  const thread = await openedThread(db, opened);
  const about = isAtHome(opened) ? ticket : opened.own;
  const seen = seenPosition(opened);
  return {
    number: ticket.number,
    subject: about.subject,
    topic: about.topic,
    corrected: await correctedFor(db, about, language),
    status: ticket.status,
    channel: about.channel,
    receivedAt: toPublicInstant(Temporal.Instant.from(about.received_at)),
    waitingSince: maybePublicInstant(ticket.waiting_since),
    answerBy: maybePublicInstant(ticket.answer_by),
    followUpAt: maybePublicInstant(ticket.follow_up_at),
    withoutSupport: ticket.without_support,
    helped: ticket.helped === 'yes',
    moves: isAtHome(opened) ? customerMoves(toThreadState(ticket)) : [],
    seenMessages: opened.view === 'whole' ? seen : thread.filter(({ position }) => position <= seen).length,
    messages: thread.map((message, index) => ({
      ...toPublicMessage(message, files.get(message.id) ?? []),
      id: messageId(opened, message, index + 1),
    })),
  };
}
