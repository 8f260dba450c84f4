import { type AnswerStatus, afterAnswer } from '../policy/thread.ts';
import { insertAudit } from '../store/audit.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { type TicketRow, updateTicket } from '../store/tickets.ts';
import { type AgentAction, onOurTicket } from './on-our-ticket.ts';
import type { TicketDeps } from './once.ts';
import { threadColumns } from './thread-columns.ts';
import { hasUnseenMessage } from './unseen-message.ts';
import { writeMessage } from './write-message.ts';

/** What we answer, and where it leaves the ticket. */
export interface Answer {
  text: string;
  status: AnswerStatus;
  /** how many messages of the thread whoever answers has seen; all there are when it is not said */
  seenMessages?: number;
}

/** How an answer ended. */
export type Answered =
  | { outcome: 'answered' }
  | { outcome: 'not-found' }
  /** the customer wrote on meanwhile, and the answer would have passed for an answer to that too */
  | { outcome: 'newer-message' };

/** Answers a ticket: the customer sees the text, and nothing is owed any more. */
export async function answerTicket(deps: TicketDeps, action: AgentAction, answer: Answer): Promise<Answered> {
  const answered = await onOurTicket<Answered>(deps, action, async (transaction, ticket, now) =>
    (await hasUnseenMessage(transaction, ticket, answer.seenMessages))
      ? { outcome: 'newer-message' }
      : write(transaction, ticket, action, answer, now),
  );
  return answered ?? { outcome: 'not-found' };
}

async function write(
  transaction: Store,
  ticket: TicketRow,
  action: AgentAction,
  answer: Answer,
  now: Temporal.Instant,
): Promise<Answered> {
  const position = ticket.message_count + 1;
  const message = {
    ticketNumber: ticket.number,
    shopId: ticket.shop_id,
    sender: 'agent',
    author: action.author,
    text: answer.text,
    position,
    attachments: [],
    owners: [],
  } as const;
  await writeMessage(transaction, message, now);
  await updateTicket(transaction, ticket.number, {
    ...threadColumns(ticket.channel, afterAnswer(answer.status), now),
    message_count: position,
    agent_seen: position,
  });
  await insertAudit(transaction, {
    at: toInstantText(now),
    actor: action.actor,
    action: 'ticket.answered',
    ticketNumber: ticket.number,
    details: { position, from: ticket.status, to: answer.status },
  });
  return { outcome: 'answered' };
}
