import type { TicketStatus } from '../contract/lists.ts';
import { appendEvent } from '../events/append-event.ts';
import { afterAgentMove, isOver } from '../policy/thread.ts';
import { toInstantText } from '../store/instants.ts';
import type { StoreAndClock } from '../store/open.ts';
import { hasUnseenMessage, seenByAgent } from './seen-messages.ts';
import { toThreadState } from './thread-columns.ts';
import { updateThread } from './update-thread.ts';
import { type AgentAction, withTicketForAgent } from './with-ticket-for-agent.ts';

/** The outcome of a move; `not-allowed` carries the current status. */
export type Moved =
  | { outcome: 'moved' }
  | { outcome: 'not-found' }
  | { outcome: 'not-allowed'; status: TicketStatus; answerOwed: boolean }
  /** the customer wrote meanwhile, and the move would end a promise that the agent has not seen */
  | { outcome: 'newer-message' };

/**
 * Moves a ticket to another status without a reply.
 * @param seenMessages how many messages of the thread the agent has seen; all of them when missing
 */
export async function moveTicket(
  deps: StoreAndClock,
  action: AgentAction,
  to: TicketStatus,
  seenMessages?: number,
): Promise<Moved> {
  const moved = await withTicketForAgent<Moved>(deps, action, async (transaction, ticket, now) => {
    const seen = seenMessages === undefined ? undefined : seenByAgent(ticket, action, seenMessages);
    if (isOver(to) && (await hasUnseenMessage(transaction, ticket, seen))) return { outcome: 'newer-message' };
    const before = toThreadState(ticket);
    const after = afterAgentMove(before, to);
    if (!after) return { outcome: 'not-allowed', status: ticket.status, answerOwed: before.waitingSince !== null };
    if (after === before) return { outcome: 'moved' };
    await updateThread(transaction, ticket, after, now);
    await appendEvent(transaction, {
      at: toInstantText(now),
      actor: action.actor,
      action: 'ticket.moved',
      ticketNumber: ticket.number,
      details: { from: ticket.status, to, promiseEnded: before.waitingSince !== null && after.waitingSince === null },
    });
    return { outcome: 'moved' };
  });
  return moved ?? { outcome: 'not-found' };
}
