import { appendEvent } from '../events/append-event.ts';
import type { ThreadState } from '../policy/thread.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import type { TicketRow } from '../store/tickets.ts';
import { updateThread } from './update-thread.ts';
import type { AgentAction } from './with-ticket-for-agent.ts';
import { writeMessage } from './write-message.ts';

/** A reply to be written. */
export interface ReplyWriting {
  text: string;
  /** the state of the thread afterwards */
  after: ThreadState;
  /** whether all earlier messages count as seen by an agent */
  isSeen: boolean;
  /** the id of the incident whose solution it is */
  incidentId?: number;
}

/** Writes a reply into a ticket whose lock is held, with its event. */
export async function writeReply(
  transaction: Store,
  ticket: TicketRow,
  action: AgentAction,
  { text, after, isSeen, incidentId }: ReplyWriting,
  now: Temporal.Instant,
): Promise<void> {
  const position = ticket.message_count + 1;
  const message = {
    ticketNumber: ticket.number,
    shopId: ticket.shop_id,
    sender: 'agent',
    author: action.author,
    text,
    position,
    attachments: [],
    owners: [],
  } as const;
  await writeMessage(transaction, message, now);
  await updateThread(transaction, ticket, after, now, {
    endedBy: 'answer',
    changes: { message_count: position, ...(isSeen && { agent_seen: position }) },
  });
  const about = incidentId !== undefined && { notice: incidentId };
  await appendEvent(transaction, {
    at: toInstantText(now),
    actor: action.actor,
    action: 'ticket.answered',
    ticketNumber: ticket.number,
    details: { position, from: ticket.status, to: after.status, ...about },
  });
}
