import type { CloseTicketsRequest } from '../contract/desk/close-tickets.ts';
import { closingUndoUntil } from '../policy/closing.ts';
import { insertClosing } from '../store/closings.ts';
import { readInstant, toInstantText, toPublicInstant } from '../store/instants.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { type BeforeClosing, beforeClosing } from './before-closing.ts';
import { type Done, idempotently, type KeyReused, NOT_FOUND, type NotFound } from './idempotently.ts';
import { moveLocked } from './move-ticket.ts';
import { lockTicket } from './resolve-merged.ts';

/**
 * Closes tickets for one reason in one transaction, each with its event, once per idempotency key. Nobody is told
 * anything; who reads their ticket finds it closed and may write on. A ticket that changed after the agent's list was
 * read is left: its customer may have said something that the agent has not seen. What each was is kept, for `undoClosing`.
 */
export async function closeTickets(
  deps: StoreAndClock,
  { numbers, reason, asOf }: CloseTicketsRequest,
  key: string,
  actor: string,
): Promise<Done | KeyReused | NotFound> {
  const request = { actor, closing: numbers, reason, asOf };
  return idempotently<NotFound>(deps, key, request, async (transaction, now) => {
    const before: BeforeClosing[] = [];
    const left: string[] = [];
    const seen = Temporal.Instant.from(asOf);
    // In one order, so that two who close the same tickets wait for each other and do not lock each other out.
    for (const number of [...new Set(numbers)].toSorted()) {
      const ticket = await lockTicket(transaction, number);
      const changed = ticket && readInstant(ticket.changed_at);
      const isAsSeen = ticket?.number === number && changed && Temporal.Instant.compare(changed, seen) <= 0;
      const was = isAsSeen ? await beforeClosing(transaction, ticket, reason) : null;
      const moved = isAsSeen && (await moveLocked(transaction, ticket, 'closed', { actor, reason }, now));
      if (was && moved && moved.outcome === 'moved') before.push(was);
      else if (ticket) left.push(number);
    }
    const closed = before.map(({ number }) => number);
    const about = closed[0] ?? left[0];
    if (about === undefined) return NOT_FOUND;
    const undo = closed.length > 0 && { undo: await keepForUndo(transaction, before, now) };
    return { number: about, answer: { closed, left, ...undo } };
  });
}

async function keepForUndo(transaction: Store, before: readonly BeforeClosing[], now: Temporal.Instant) {
  const row = { closed_at: toInstantText(now), before: JSON.stringify(before) };
  return { closing: await insertClosing(transaction, row), until: toPublicInstant(closingUndoUntil(now)) };
}
