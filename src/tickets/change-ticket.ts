import type { AgentName } from '../contract/desk/queue-row.ts';
import { appendEvent } from '../events/append-event.ts';
import { isOver } from '../policy/thread.ts';
import { findAgentById } from '../store/agents.ts';
import { toInstantText } from '../store/instants.ts';
import type { StoreAndClock } from '../store/open.ts';
import { updateTicketUnseen } from '../store/tickets.ts';
import { returnAt } from './return-columns.ts';
import { type AgentAction, withTicketForAgent } from './with-ticket-for-agent.ts';

/** The outcome of an agent's change of a ticket. */
export type Changed =
  | { outcome: 'changed' }
  | { outcome: 'not-found' }
  /** somebody else was faster: the current assignee */
  | { outcome: 'taken'; assignee: AgentName | null }
  /** there is no such agent, or a reply is owed, so the ticket cannot be snoozed */
  | { outcome: 'not-allowed' }
  /** a time by which nobody can promise to write again: it is past, or too far */
  | { outcome: 'follow-up-unfit' };

const NOT_FOUND = { outcome: 'not-found' } as const;
const CHANGED = { outcome: 'changed' } as const;

/**
 * Assigns a ticket to an agent, or to nobody.
 * @param from the assignee that the agent saw: of two who take it at once, the second gets a conflict
 */
export async function assignTicket(
  deps: StoreAndClock,
  action: AgentAction,
  { assignee, from }: { assignee: string | null; from: string | null },
): Promise<Changed> {
  const changed = await withTicketForAgent<Changed>(deps, action, async (transaction, ticket, now) => {
    if (ticket.assignee_id === assignee) return CHANGED;
    if (ticket.assignee_id !== from) {
      const holder = ticket.assignee_id === null ? null : await findAgentById(transaction, ticket.assignee_id);
      return { outcome: 'taken', assignee: holder && { id: holder.id, name: holder.name } };
    }
    const agent = assignee === null ? null : await findAgentById(transaction, assignee);
    if (assignee !== null && (!agent || agent.disabled_at !== null)) return { outcome: 'not-allowed' };
    await updateTicketUnseen(transaction, ticket.number, { assignee_id: assignee });
    await appendEvent(transaction, {
      at: toInstantText(now),
      actor: action.actor,
      action: 'ticket.assigned',
      ticketNumber: ticket.number,
      details: { from: ticket.assignee_id, to: assignee },
    });
    return CHANGED;
  });
  return changed ?? NOT_FOUND;
}

/** Moves a ticket to the outages or away from there: besides time, the only thing that moves it in the queue. */
export async function placeTicket(deps: StoreAndClock, action: AgentAction, isOutage: boolean): Promise<Changed> {
  const changed = await withTicketForAgent<Changed>(deps, action, async (transaction, ticket, now) => {
    if ((ticket.queue_outage === 1) === isOutage) return CHANGED;
    // Whoever says what it is takes no thanks for more.
    await updateTicketUnseen(transaction, ticket.number, { queue_outage: isOutage ? 1 : 0, thanks: null });
    await appendEvent(transaction, {
      at: toInstantText(now),
      actor: action.actor,
      action: isOutage ? 'ticket.lifted' : 'ticket.lowered',
      ticketNumber: ticket.number,
    });
    return CHANGED;
  });
  return changed ?? NOT_FOUND;
}

/**
 * Puts a ticket off until an instant, when it comes back by itself, or ends that. Not while a reply is owed: that would hide
 * a promise; and not once the ticket is over.
 * @param until null ends it at once
 */
export async function snoozeTicket(
  deps: StoreAndClock,
  action: AgentAction,
  until: Temporal.Instant | null,
): Promise<Changed> {
  const changed = await withTicketForAgent<Changed>(deps, action, async (transaction, ticket, now) => {
    const isPast = until !== null && Temporal.Instant.compare(until, now) <= 0;
    const isOpen = ticket.queue_waiting === 0 && !isOver(ticket.status);
    if (until !== null && (isPast || !isOpen)) return { outcome: 'not-allowed' };
    const snoozed_until = until && toInstantText(until);
    if (ticket.snoozed_until === snoozed_until) return CHANGED;
    const queue_return_at = ticket.queue_waiting === 1 ? null : returnAt(ticket.follow_up_at, snoozed_until);
    await updateTicketUnseen(transaction, ticket.number, { snoozed_until, queue_return_at, returned_at: null });
    await appendEvent(transaction, {
      at: toInstantText(now),
      actor: action.actor,
      action: 'ticket.snoozed',
      ticketNumber: ticket.number,
      details: { until: snoozed_until },
    });
    return CHANGED;
  });
  return changed ?? NOT_FOUND;
}
