import { appendEvent } from '../events/append-event.ts';
import { toInstantText } from '../store/instants.ts';
import { insertMessage } from '../store/messages.ts';
import type { StoreAndClock } from '../store/open.ts';
import { updateTicketUnseen } from '../store/tickets.ts';
import { type AgentAction, withTicketForAgent } from './with-ticket-for-agent.ts';

/** Adds an internal note, which no customer ever sees and which is no reply; false when there is no such ticket. */
export async function addNote(deps: StoreAndClock, action: AgentAction, text: string): Promise<boolean> {
  const done = await withTicketForAgent(deps, action, async (transaction, { number }, now) => {
    const at = toInstantText(now);
    await insertMessage(transaction, {
      ticket_number: number,
      sender: 'agent',
      author: action.author,
      text,
      sent_at: at,
      position: null,
    });
    await updateTicketUnseen(transaction, number, { changed_at: at });
    await appendEvent(transaction, { at, actor: action.actor, action: 'ticket.note', ticketNumber: number });
    return true;
  });
  return done ?? false;
}
