import type { Language } from '../contract/lists.ts';
import type { TicketList } from '../contract/tickets/list-tickets.ts';
import { customerMoves } from '../policy/thread.ts';
import { maybePublicInstant, toPublicInstant } from '../store/instants.ts';
import { unreadReplies } from '../store/messages.ts';
import type { Store } from '../store/open.ts';
import { ticketsOfShop } from '../store/tickets.ts';
import { correctedFor } from './corrected.ts';
import { toThreadState } from './thread-columns.ts';

const PAGE = 50;

/**
 * A page of a shop's tickets, the newest first.
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
  const page = rows.slice(0, PAGE);
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
    next: rows.length > PAGE ? String(page.at(-1)?.sequence) : null,
  };
}
