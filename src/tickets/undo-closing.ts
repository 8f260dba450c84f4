import { giveFilesBack } from '../attachments/withhold-files.ts';
import { appendEvent } from '../events/append-event.ts';
import { closingUndoUntil } from '../policy/closing.ts';
import { endClosing, findClosing } from '../store/closings.ts';
import { type InstantText, readInstant, toInstantText } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { answeredAt, updateAnswered } from '../store/senders.ts';
import type { TicketRow } from '../store/tickets.ts';
import type { BeforeClosing } from './before-closing.ts';
import { lockTicket } from './resolve-merged.ts';
import { updateThread } from './update-thread.ts';

/** The outcome of undoing a closing: the response, which is the same bytes when it comes again. */
export type ClosingUndone = { outcome: 'done'; body: string } | { outcome: 'not-found' } | { outcome: 'too-late' };

/**
 * Makes each ticket of a closing what it was before: its status, the customer's wait with its promise, and of abuse its
 * files and what is known of its sender. A ticket in which something happened since keeps its status. Undoing twice is
 * undoing once; what comes after its time changes nothing.
 */
export async function undoClosing(
  { store, now }: StoreAndClock,
  { closing: id, actor }: { closing: number; actor: string },
): Promise<ClosingUndone> {
  return store.transaction().execute(async (transaction): Promise<ClosingUndone> => {
    await lock(transaction, `closing:${id}`);
    const closing = await findClosing(transaction, id);
    if (!closing) return { outcome: 'not-found' };
    if (closing.undone !== null) return { outcome: 'done', body: closing.undone };
    const at = now();
    const until = closingUndoUntil(Temporal.Instant.from(closing.closed_at));
    if (Temporal.Instant.compare(at, until) >= 0) return { outcome: 'too-late' };
    const answer: Record<'restored' | 'left', string[]> = { restored: [], left: [] };
    // They were stored in the order in which whoever closes them again locks them.
    for (const before of JSON.parse(closing.before) as BeforeClosing[]) {
      const isRestored = await restore(transaction, before, { actor, at, closedAt: closing.closed_at });
      answer[isRestored ? 'restored' : 'left'].push(before.number);
    }
    const body = JSON.stringify(answer);
    await endClosing(transaction, id, { at: toInstantText(at), answer: body });
    return { outcome: 'done', body };
  });
}

/** Whether the ticket is again what it was. */
async function restore(
  transaction: Store,
  before: BeforeClosing,
  { actor, at, closedAt }: { actor: string; at: Temporal.Instant; closedAt: InstantText },
): Promise<boolean> {
  const { number, status, abuse } = before;
  const ticket = await lockTicket(transaction, number);
  if (!ticket) return false;
  const by = { at: toInstantText(at), actor };
  if (abuse) {
    // Who answered it since knows more.
    if ((await answeredAt(transaction, number)) === null) await updateAnswered(transaction, number, abuse.answeredAt);
    await giveFilesBack(transaction, ticket.number, abuse.files, by);
  }
  if (status === 'closed') return ticket.status === 'closed';
  if (!isClosedSince(ticket, number, closedAt)) return false;
  const followUpAt = readInstant(before.followUpAt ?? null);
  const after = { status, waitingSince: readInstant(before.waitingSince), followUpAt };
  await updateThread(transaction, ticket, after, at, { undoes: closedAt, movedBy: ticket.assignee_id ?? actor });
  await appendEvent(transaction, {
    ...by,
    action: 'ticket.closing-undone',
    ticketNumber: number,
    details: { to: status },
  });
  return true;
}

/** Whether nothing moved the ticket since it was closed: neither its customer, nor an agent, nor a merge. */
function isClosedSince(ticket: TicketRow, number: string, closedAt: InstantText): boolean {
  return ticket.number === number && ticket.status === 'closed' && ticket.closed_at === closedAt;
}
