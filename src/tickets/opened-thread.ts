import { opensMessage } from '../policy/token-view.ts';
import { type ThreadMessageRow, threadOf } from '../store/messages.ts';
import type { Store } from '../store/open.ts';
import type { OpenedTicket } from './find-ticket-for.ts';

/** The messages of a ticket that its caller may read, in order. */
export async function openedThread(db: Store, { ticket, view }: OpenedTicket): Promise<ThreadMessageRow[]> {
  const thread = await threadOf(db, ticket.number);
  return thread.filter((message) =>
    opensMessage(view, { ...message, writtenIn: message.merged_from ?? ticket.number, sentUnder: message.sent_under }),
  );
}

/** Whether the caller stands in the thread itself: of whoever does not, marks, moves and files are kept apart from it. */
export function isAtHome({ ticket, view }: OpenedTicket): boolean {
  return view === 'whole' || view.own.has(ticket.number);
}

/**
 * The position up to which the caller has seen the thread. Who opens only messages of a merged ticket has a mark of
 * their own: nobody else's replies count as read for what a stranger read.
 */
export function seenPosition(opened: OpenedTicket): number {
  return (isAtHome(opened) ? opened.ticket : opened.own).customer_seen;
}

/** The id that a message has for its reader, by its place among what they may read: it tells nothing of the others. */
export function messageId({ own, view }: OpenedTicket, { ticket_number, position }: ThreadMessageRow, place: number) {
  return view === 'whole' ? `${ticket_number}-${position}` : `${own.number}-${place}`;
}
