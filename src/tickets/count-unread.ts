import type { UnreadCount } from '../contract/tickets/count-unread.ts';
import type { CountUnreadRequest } from '../contract/tickets/count-unread-request.ts';
import { hashToken } from '../identity/token.ts';
import { unreadReplies } from '../store/messages.ts';
import type { Store } from '../store/open.ts';
import { findTicketFor, type OpenedTicket } from './find-ticket-for.ts';
import { openedThread, seenPosition } from './opened-thread.ts';

/** How many replies are unread in all tickets of a shop. */
export async function countUnreadOfShop(db: Store, shopId: number): Promise<UnreadCount> {
  return { ...sum(await unreadReplies(db, { shopId })), closed: [] };
}

/** How many replies are unread in the tickets that are named with their tokens. */
export async function countUnread(
  db: Store,
  { tickets = [] }: CountUnreadRequest,
  now: Temporal.Instant,
): Promise<UnreadCount> {
  const opened: OpenedTicket[] = [];
  const namedBy = new Map<string, string>();
  const closed: string[] = [];
  for (const { number, token } of tickets) {
    const one = await findTicketFor(db, number, { kind: 'token', tokenHash: hashToken(token) }, now);
    if (!one || one.ticket.status === 'closed') closed.push(number);
    if (!one) continue;
    opened.push(one);
    namedBy.set(one.ticket.number, number);
  }
  const whole = new Set(opened.filter(({ view }) => view === 'whole').map(({ ticket }) => ticket.number));
  const parts = opened.filter(({ ticket }) => !whole.has(ticket.number));
  const unread = await unreadReplies(db, { numbers: [...whole] });
  for (const [number, count] of await unreadInParts(db, parts)) unread.set(number, count);
  const { ticket, ...counted } = sum(unread);
  return { ...counted, ticket: ticket && (namedBy.get(ticket) ?? null), closed };
}

/** By ticket. A reply that several of these tokens open is counted once, and not at all once one of them has seen it. */
async function unreadInParts(db: Store, parts: readonly OpenedTicket[]): Promise<Map<string, number>> {
  const isRead = new Map<number, boolean>();
  const ticketOf = new Map<number, string>();
  for (const part of parts) {
    const replies = (await openedThread(db, part)).filter(({ sender }) => sender === 'agent');
    for (const { id, position } of replies) {
      isRead.set(id, isRead.get(id) || position <= seenPosition(part));
      ticketOf.set(id, part.ticket.number);
    }
  }
  const unread = new Map<string, number>();
  for (const [id, number] of ticketOf) if (!isRead.get(id)) unread.set(number, (unread.get(number) ?? 0) + 1);
  return unread;
}

/** The sum, and the ticket that has all of them. */
function sum(unread: ReadonlyMap<string, number>): Pick<UnreadCount, 'unread' | 'ticket'> {
  const [first, ...others] = unread.keys();
  return {
    unread: [...unread.values()].reduce((total, count) => total + count, 0),
    ticket: (others.length === 0 && first) || null,
  };
}
