import type { CountUnreadRequest } from '../contract/tickets/count-unread-request.ts';
import type { Caller } from '../identity/caller.ts';
import { hashToken } from '../identity/token.ts';
import { unreadReplies } from '../store/messages.ts';
import type { Store } from '../store/open.ts';
import { findTicketFor } from './find-ticket-for.ts';

/** How many replies are unread: in all tickets of a session's shop, otherwise in those whose token is given. */
export async function countUnread(
  db: Store,
  caller: Caller,
  request: CountUnreadRequest,
  now: Temporal.Instant,
): Promise<number> {
  if (caller.kind === 'session') return sum(await unreadReplies(db, { shopId: caller.shopId }));
  const theirs = new Set<string>();
  for (const { number, token } of request.tickets ?? []) {
    const ticket = await findTicketFor(db, number, { kind: 'token', tokenHash: hashToken(token) }, now);
    if (ticket) theirs.add(ticket.number);
  }
  return sum(await unreadReplies(db, { numbers: [...theirs] }));
}

function sum(unread: ReadonlyMap<string, number>): number {
  return [...unread.values()].reduce((total, count) => total + count, 0);
}
