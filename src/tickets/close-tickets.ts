import type { CloseTicketsRequest } from '../contract/desk/close-tickets.ts';
import { readInstant } from '../store/instants.ts';
import type { StoreAndClock } from '../store/open.ts';
import { type Done, idempotently, type KeyReused, NOT_FOUND, type NotFound } from './idempotently.ts';
import { moveLocked } from './move-ticket.ts';
import { lockTicket } from './resolve-merged.ts';

/**
 * Closes tickets for one reason in one transaction, each with its event, once per idempotency key. Nobody is told
 * anything; who reads their ticket finds it closed and may write on. A ticket that changed after the agent's list was
 * read is left: its customer may have said something that the agent has not seen.
 */
export async function closeTickets(
  deps: StoreAndClock,
  { numbers, reason, asOf }: CloseTicketsRequest,
  key: string,
  actor: string,
): Promise<Done | KeyReused | NotFound> {
  const request = { actor, closing: numbers, reason, asOf };
  return idempotently<NotFound>(deps, key, request, async (transaction, now) => {
    const answer = { closed: [] as string[], left: [] as string[] };
    const seen = Temporal.Instant.from(asOf);
    // In one order, so that two who close the same tickets wait for each other and do not lock each other out.
    for (const number of [...new Set(numbers)].toSorted()) {
      const ticket = await lockTicket(transaction, number);
      const changed = ticket && readInstant(ticket.changed_at);
      const isAsSeen = ticket?.number === number && changed && Temporal.Instant.compare(changed, seen) <= 0;
      const moved = isAsSeen && (await moveLocked(transaction, ticket, 'closed', { actor, reason }, now));
      if (moved && moved.outcome === 'moved') answer.closed.push(number);
      else if (ticket) answer.left.push(number);
    }
    const about = answer.closed[0] ?? answer.left[0];
    return about === undefined ? NOT_FOUND : { number: about, answer };
  });
}
