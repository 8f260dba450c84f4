import type { CountUnreadRequest } from '../contract/tickets/count-unread-request.ts';
import type { Caller } from '../identity/caller.ts';
import { hashToken } from '../identity/token.ts';
import { unreadReplies } from '../store/messages.ts';
import type { Store } from '../store/open.ts';
import { findTicketFor, type OpenedTicket } from './find-ticket-for.ts';
import { openedThread, seenPosition } from './opened-thread.ts';

/** How many replies are unread: in all tickets of a session's shop, otherwise in those whose token is given. */
export async function countUnread(
  db: Store,
  caller: Caller,
  request: CountUnreadRequest,
  now: Temporal.Instant,
): Promise<number> {
  if (caller.kind === 'session') return sum(await unreadReplies(db, { shopId: caller.shopId }));
  const opened: OpenedTicket[] = [];
  for (const { number, token } of request.tickets ?? []) {
    const one = await findTicketFor(db, number, { kind: 'token', tokenHash: hashToken(token) }, now);
    if (one) opened.push(one);
  }
  const whole = new Set(opened.filter(({ view }) => view === 'whole').map(({ ticket }) => ticket.number));
  const parts = opened.filter(({ ticket }) => !whole.has(ticket.number));
  return sum(await unreadReplies(db, { numbers: [...whole] })) + (await unreadInParts(db, parts));
}

/** A reply that several of these tokens open is counted once, and not at all once one of them has seen it. */
async function unreadInParts(db: Store, parts: readonly OpenedTicket[]): Promise<number> {
  const isRead = new Map<number, boolean>();
  for (const part of parts) {
    const replies = (await openedThread(db, part)).filter(({ sender }) => sender === 'agent');
    for (const { id, position } of replies) isRead.set(id, isRead.get(id) || position <= seenPosition(part));
  }
  return [...isRead.values()].filter((read) => !read).length;
}

function sum(unread: ReadonlyMap<string, number>): number {
  return [...unread.values()].reduce((total, count) => total + count, 0);
}
