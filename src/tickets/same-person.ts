import { appendEvent } from '../events/append-event.ts';
import { personOf } from '../policy/token-view.ts';
import { toInstantText } from '../store/instants.ts';
import { setPerson } from '../store/merge.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { findTicket, type TicketRow, updateTicket } from '../store/tickets.ts';
import type { Changed } from './change-ticket.ts';
import { type AgentAction, withTicketForAgent } from './with-ticket-for-agent.ts';

/**
 * An agent says that a merged ticket was sent by the same person as the one that goes on: from then on the tokens of
 * both open what either may read. Saying it twice changes nothing.
 */
export async function saySamePerson(deps: StoreAndClock, action: AgentAction): Promise<Changed> {
  const said = await withTicketForAgent<Changed>(deps, action, async (transaction, survivor, now) => {
    const merged = await findTicket(transaction, action.number);
    if (merged?.merged_into !== survivor.number) return { outcome: 'not-allowed' };
    if (personOf(merged) === personOf(survivor)) return { outcome: 'changed' };
    await joinPeople(transaction, merged, survivor);
    await updateTicket(transaction, survivor.number, {});
    const event = { at: toInstantText(now), actor: action.actor, action: 'ticket.same-person' } as const;
    const details = { from: merged.number, into: survivor.number };
    for (const ticketNumber of [merged.number, survivor.number])
      await appendEvent(transaction, { ...event, ticketNumber, details });
    return { outcome: 'changed' };
  });
  return said ?? { outcome: 'not-found' };
}

/** Makes the sender of a merged ticket, with whoever was said to be them, the sender of the one that goes on. */
export async function joinPeople(transaction: Store, merged: TicketRow, survivor: TicketRow): Promise<void> {
  await setPerson(transaction, survivor.number, { from: personOf(merged), to: personOf(survivor) });
}
