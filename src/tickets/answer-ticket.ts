import { type AnswerStatus, afterAnswer } from '../policy/thread.ts';
import { insertAudit } from '../store/audit.ts';
import { toInstantText } from '../store/instants.ts';
import { updateTicket } from '../store/tickets.ts';
import { type AgentAction, onOurTicket } from './on-our-ticket.ts';
import type { TicketDeps } from './once.ts';
import { threadColumns } from './thread-columns.ts';
import { writeMessage } from './write-message.ts';

/** What we answer, and where it leaves the ticket. */
export interface Answer {
  text: string;
  status: AnswerStatus;
}

/**
 * Answers a ticket: the customer sees the text, and nothing is owed any more.
 * @returns false when there is no such ticket
 */
export async function answerTicket(deps: TicketDeps, action: AgentAction, answer: Answer): Promise<boolean> {
  return onOurTicket(deps, action, async (transaction, ticket, now) => {
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
  });
}
