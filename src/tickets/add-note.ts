import { claimUploads, ownerOfAgent, takeUploads, type UnknownUpload } from '../attachments/claim-uploads.ts';
import { mentionsIn } from '../contract/desk/mentions.ts';
import type { AddNoteRequest } from '../contract/desk/replies-and-notes.ts';
import { appendEvent } from '../events/append-event.ts';
import { readAgentMarks, setAgentMark } from '../store/agent-marks.ts';
import { workingAgents } from '../store/agents.ts';
import { toInstantText } from '../store/instants.ts';
import { insertMessage } from '../store/messages.ts';
import { insertNoteMentions } from '../store/note-mentions.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { type TicketRow, updateTicketUnseen } from '../store/tickets.ts';
import type { Done, KeyReused, NotFound } from './idempotently.ts';
import { type AgentAction, onceForAgent } from './with-ticket-for-agent.ts';

/**
 * Adds an internal note, which no customer ever sees and which is no reply, once per idempotency key. Its event says whom
 * it names.
 * @returns the stored response
 */
export async function addNote(
  deps: StoreAndClock,
  { number, actor, author }: AgentAction,
  idempotencyKey: string,
  { text, attachments = [] }: AddNoteRequest,
): Promise<Done | KeyReused | NotFound | UnknownUpload> {
  const request = { note: text, ...(attachments.length > 0 && { attachments }) };
  return onceForAgent<NotFound | UnknownUpload>(
    deps,
    { number, actor },
    idempotencyKey,
    request,
    async (transaction, ticket, now) => {
      const at = toInstantText(now);
      await takeUploads(transaction, attachments);
      const messageId = await insertMessage(transaction, {
        ticket_number: ticket.number,
        sender: 'agent',
        author,
        text,
        sent_at: at,
        position: null,
      });
      const claim = { attachments, owners: [ownerOfAgent(actor)], shopId: ticket.shop_id, messageId };
      const claimed = await claimUploads(transaction, claim);
      if ('outcome' in claimed) return claimed;
      await updateTicketUnseen(transaction, ticket.number, { changed_at: at });
      const mentioned = await tellMentioned(transaction, ticket, { text, actor });
      await insertNoteMentions(transaction, messageId, mentioned);
      const details = mentioned.length > 0 ? { mentioned } : {};
      await appendEvent(transaction, { at, actor, action: 'ticket.note', ticketNumber: ticket.number, details });
      return { number };
    },
  );
}

/** Makes a ticket unread for the agents whom a note of somebody else names. @returns their ids */
async function tellMentioned(
  transaction: Store,
  { number, message_count: messages }: TicketRow,
  { text, actor }: { text: string; actor: string },
): Promise<string[]> {
  const ids = mentionsIn(text, await workingAgents(transaction)).flatMap(({ agents }) => agents);
  const mentioned = [...new Set(ids)].filter((id) => id !== actor);
  for (const id of mentioned) {
    const read = (await readAgentMarks(transaction, id, [number])).get(number) ?? 0;
    if (read >= messages) await setAgentMark(transaction, { ticket_number: number, agent_id: id, seen: messages - 1 });
  }
  return mentioned;
}
