import { withholdFilesOf } from '../attachments/withhold-files.ts';
import type { CloseReason, TicketStatus } from '../contract/lists.ts';
import { appendEvent } from '../events/append-event.ts';
import { afterAgentMove, isOver } from '../policy/thread.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { updateAnswered } from '../store/senders.ts';
import type { TicketRow } from '../store/tickets.ts';
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
 * @param options.seenMessages how many messages of the thread the agent has seen; all of them when missing
 * @param options.reason why it is closed: of abuse the files are taken away, and its address is not the shop's usual one, in the same transaction
 */
export async function moveTicket(
  deps: StoreAndClock,
  action: AgentAction,
  to: TicketStatus,
  { seenMessages, reason }: { seenMessages?: number | undefined; reason?: CloseReason | undefined } = {},
): Promise<Moved> {
  const moved = await withTicketForAgent<Moved>(deps, action, async (transaction, ticket, now) => {
    const seen = seenMessages === undefined ? undefined : seenByAgent(ticket, action, seenMessages);
    if (isOver(to) && (await hasUnseenMessage(transaction, ticket, seen))) return { outcome: 'newer-message' };
    return moveLocked(transaction, ticket, to, { actor: action.actor, reason }, now);
  });
  return moved ?? { outcome: 'not-found' };
}

/** The same of a ticket that is locked already, whatever anybody has seen of it. */
export async function moveLocked(
  transaction: Store,
  ticket: TicketRow,
  to: TicketStatus,
  { actor, reason }: { actor: string; reason?: CloseReason | undefined },
  now: Temporal.Instant,
): Promise<Moved> {
  const before = toThreadState(ticket);
  const after = afterAgentMove(before, to);
  if (!after) return { outcome: 'not-allowed', status: ticket.status, answerOwed: before.waitingSince !== null };
  const by = { at: toInstantText(now), actor };
  if (reason === 'abuse') {
    await withholdFilesOf(transaction, ticket.number, by);
    await updateAnswered(transaction, ticket.number, null); // an answer to it was no answer to the shop
  }
  if (after === before) return { outcome: 'moved' };
  await updateThread(transaction, ticket, after, now);
  await appendEvent(transaction, {
    ...by,
    action: 'ticket.moved',
    ticketNumber: ticket.number,
    details: {
      from: ticket.status,
      to,
      promiseEnded: before.waitingSince !== null && after.waitingSince === null,
      ...(reason && { reason }),
    },
  });
  return { outcome: 'moved' };
}
