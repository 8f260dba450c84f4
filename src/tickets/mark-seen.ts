import type { MarkSeenRequest } from '../contract/tickets/thread-requests.ts';
import { appendEvent } from '../events/append-event.ts';
import type { Caller } from '../identity/caller.ts';
import { readAgentMarks, setAgentMark } from '../store/agent-marks.ts';
import { stopHeldReplies } from '../store/deliveries.ts';
import { writtenWith } from '../store/idempotency.ts';
import { toInstantText } from '../store/instants.ts';
import { lastCustomerPosition, messageAt } from '../store/messages.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { type TicketRow, updateTicket, updateTicketUnseen } from '../store/tickets.ts';
import { lockTicketFor, type OpenedTicket } from './find-ticket-for.ts';
import { isAtHome, openedThread } from './opened-thread.ts';
import { seenByAgent } from './seen-messages.ts';
import { type AgentAction, withTicketForAgent } from './with-ticket-for-agent.ts';

/**
 * Records how many messages, from the first, the customer has seen; false when the ticket is not theirs. The mark never
 * goes down. Whoever shows with the key of the last customer message that they are its writer, at the thread, gets no
 * letter of the replies that they have read here.
 */
export async function markSeen(
  { store, now }: StoreAndClock,
  number: string,
  caller: Caller,
  { messages, attended }: MarkSeenRequest,
): Promise<boolean> {
  return store.transaction().execute(async (transaction) => {
    const at = now();
    const opened = await lockTicketFor(transaction, number, caller, at);
    if (opened) await raiseCustomers(transaction, opened, messages, at);
    if (opened && attended && isAtHome(opened)) await stopLetters(transaction, opened.ticket, messages, attended, at);
    return opened !== null;
  });
}

/** Raises the mark of one agent, under the ticket's lock; it never goes down. */
export async function raiseAgents(
  transaction: Store,
  { number, message_count }: Pick<TicketRow, 'number' | 'message_count'>,
  agentId: string,
  messages: number,
): Promise<void> {
  const seen = Math.min(messages, message_count);
  const before = (await readAgentMarks(transaction, agentId, [number])).get(number) ?? 0;
  if (seen > before) await setAgentMark(transaction, { ticket_number: number, agent_id: agentId, seen });
}

/**
 * Records how many messages, from the first, an agent has seen, for themselves and for the team; false when there is no
 * such ticket.
 */
export async function markSeenByAgent(deps: StoreAndClock, action: AgentAction, messages: number): Promise<boolean> {
  const done = await withTicketForAgent(deps, action, async (transaction, ticket, now) => {
    const seen = seenByAgent(ticket, action, messages);
    await raiseAgents(transaction, ticket, action.actor, seen);
    await raise(transaction, ticket, 'agent_seen', seen, action.actor, now);
    return true;
  });
  return done ?? false;
}

async function stopLetters(
  transaction: Store,
  { number }: TicketRow,
  messages: number,
  attended: string,
  at: Temporal.Instant,
): Promise<void> {
  const written = await writtenWith(transaction, attended);
  const last = await messageAt(transaction, number, await lastCustomerPosition(transaction, number));
  if (!written || !last || written.number !== number || written.at !== last.sent_at) return;
  const read = await messageAt(transaction, number, messages);
  if (read) await stopHeldReplies(transaction, number, read.id, toInstantText(at));
}

async function raiseCustomers(
  transaction: Store,
  opened: OpenedTicket,
  messages: number,
  at: Temporal.Instant,
): Promise<void> {
  if (opened.view === 'whole') return raise(transaction, opened.ticket, 'customer_seen', messages, 'customer', at);
  const thread = await openedThread(transaction, opened);
  const seen = thread.at(Math.min(messages, thread.length) - 1)?.position ?? 0;
  if (isAtHome(opened)) return raise(transaction, opened.ticket, 'customer_seen', messages && seen, 'customer', at);
  if (messages > 0 && seen > opened.own.customer_seen)
    await updateTicket(transaction, opened.own.number, { customer_seen: seen });
}

async function raise(
  transaction: Store,
  ticket: TicketRow,
  mark: 'customer_seen' | 'agent_seen',
  messages: number,
  actor: string,
  at: Temporal.Instant,
): Promise<void> {
  const seen = Math.min(messages, ticket.message_count);
  if (seen <= ticket[mark]) return;
  const write = mark === 'customer_seen' ? updateTicket : updateTicketUnseen;
  await write(transaction, ticket.number, { [mark]: seen });
  await appendEvent(transaction, {
    at: toInstantText(at),
    actor,
    action: 'ticket.seen',
    ticketNumber: ticket.number,
    details: { messages: seen },
  });
}
