import type { Language } from '../contract/lists.ts';
import type { TicketList } from '../contract/tickets/list-tickets.ts';
import { customerMoves } from '../policy/thread.ts';
import { maybePublicInstant, toPublicInstant } from '../store/instants.ts';
import { unreadReplies } from '../store/messages.ts';
import type { Store } from '../store/open.ts';
import { type TicketRow, ticketsOfShop, waitingForShop } from '../store/tickets.ts';
import { correctedFor } from './corrected.ts';
import { toThreadState } from './thread-columns.ts';

const PAGE = 50;

/**
 * A page of a shop's tickets, the newest first. Before the first page stand older ones that wait for the shop: an answer
 * would otherwise be found only by who goes on to its page.
 * @param cursor the `next` of the previous page
 */
export async function listTickets(
  db: Store,
  shopId: number,
  cursor: string | null,
  language: Language,
): Promise<TicketList> {
  const before = cursor === null ? null : Number(cursor);
  const rows = await ticketsOfShop(db, shopId, before, PAGE + 1);
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  const older = last && before === null ? await olderWaiting(db, shopId, last.sequence) : [];
  const page = [...older, ...rows.slice(0, PAGE)];
  const unread = await unreadReplies(db, { numbers: page.map(({ number }) => number) });
  const corrected = await Promise.all(page.map((ticket) => correctedFor(db, ticket, language)));
  return {
    tickets: page.map((ticket, index) => ({
      number: ticket.number,
      subject: ticket.subject,
      corrected: corrected[index] ?? null,
      status: ticket.status,
      receivedAt: toPublicInstant(Temporal.Instant.from(ticket.received_at)),
      waitingSince: maybePublicInstant(ticket.waiting_since),
      answerBy: maybePublicInstant(ticket.answer_by),
      followUpAt: maybePublicInstant(ticket.follow_up_at),
      withoutSupport: ticket.without_support,
      moves: customerMoves(toThreadState(ticket)),
      unread: unread.get(ticket.number) ?? 0,
    })),
    next: last ? String(last.sequence) : null,
  };
}

/** Tickets before a sequence that wait for their shop, or have replies that nobody has seen; a page of them at most. */
async function olderWaiting(db: Store, shopId: number, before: number): Promise<TicketRow[]> {
  const numbers = [...(await unreadReplies(db, { shopId })).keys()];
  return waitingForShop(db, { shopId, before, numbers, limit: PAGE });
}
