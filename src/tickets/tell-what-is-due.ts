import { appendEvent } from '../events/append-event.ts';
import { readAgentMarks, setAgentMark } from '../store/agent-marks.ts';
import { followUpsToTell, markTold } from '../store/follow-ups.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { type TicketRow, ticketsToReturn, updateTicketUnseen } from '../store/tickets.ts';
import { withTicketForAgent } from './with-ticket-for-agent.ts';

/** The most tickets of one run; the next one continues. */
const BATCH = 500;

const CLOCK = { actor: 'clock', author: null };

/**
 * Tells the desk of what is back from being put off: once, by an event, and its last message is new again, so that its
 * holder finds it. It stands in the lists by itself, whether this runs or not.
 * @returns how many tickets are back
 */
export async function tellWhatIsBack(deps: StoreAndClock): Promise<number> {
  const at = toInstantText(deps.now());
  let told = 0;
  for (const number of await ticketsToReturn(deps.store, at, BATCH)) {
    const isTold = await withTicketForAgent(deps, { number, ...CLOCK }, async (transaction, ticket) => {
      // Checked again: somebody may have put it off once more since the list was read.
      if (ticket.returned_at !== null || ticket.snoozed_until === null || ticket.snoozed_until > at) return false;
      const agent_seen = Math.min(ticket.agent_seen, ticket.message_count - 1);
      await updateTicketUnseen(transaction, ticket.number, { returned_at: at, agent_seen });
      if (ticket.assignee_id !== null) await unread(transaction, ticket, ticket.assignee_id);
      await appendEvent(transaction, { at, actor: 'clock', action: 'ticket.returned', ticketNumber: ticket.number });
      return true;
    });
    if (isTold) told += 1;
  }
  return told;
}

/** The last message is new again for somebody who has read it. */
async function unread(transaction: Store, { number, message_count }: TicketRow, agentId: string): Promise<void> {
  const mark = (await readAgentMarks(transaction, agentId, [number])).get(number) ?? 0;
  const seen = Math.min(mark, message_count - 1);
  await setAgentMark(transaction, { ticket_number: number, agent_id: agentId, seen });
}

/**
 * Tells the desk, once, that the time is over by which we said that we write again.
 * @returns of how many tickets
 */
export async function tellWhatIsLate(deps: StoreAndClock): Promise<number> {
  const at = toInstantText(deps.now());
  let told = 0;
  for (const { ticket_number: number, due_at } of await followUpsToTell(deps.store, at, BATCH)) {
    const isTold = await withTicketForAgent(deps, { number, ...CLOCK }, async (transaction, ticket) => {
      if (!(await markTold(transaction, ticket.number, at))) return false;
      const event = { at, actor: 'clock', ticketNumber: ticket.number } as const;
      await appendEvent(transaction, { ...event, action: 'ticket.follow-up-due', details: { at: due_at } });
      return true;
    });
    if (isTold) told += 1;
  }
  return told;
}
