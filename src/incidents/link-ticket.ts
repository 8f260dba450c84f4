import { appendEvent } from '../events/append-event.ts';
import { findIncident } from '../store/incidents.ts';
import { toInstantText } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import type { StoreAndClock } from '../store/open.ts';
import { updateTicketUnseen } from '../store/tickets.ts';
import type { Changed } from '../tickets/change-ticket.ts';
import { seenByAgent } from '../tickets/seen-messages.ts';
import { type AgentAction, withTicketForAgent } from '../tickets/with-ticket-for-agent.ts';
import { isOpenIncident } from './is-open-incident.ts';

/**
 * Links a ticket to an incident, or unlinks it. Not to a solved one: its reply has gone out, and this ticket would
 * never get it. Nor away from one whose reply it has.
 * @param seenMessages how many messages of the thread the agent has seen: the solution does not answer later ones
 */
export async function linkTicket(
  deps: StoreAndClock,
  action: AgentAction,
  { incident: to, seenMessages }: { incident: number | null; seenMessages: number },
): Promise<Changed> {
  const changed = await withTicketForAgent<Changed>(deps, action, async (transaction, ticket, now) => {
    const { notice_id: from, number } = ticket;
    if (from === to) return { outcome: 'changed' };
    // Locked in one order, so that two agents who move tickets in opposite directions do not wait for each other.
    for (const id of [from, to].filter((id) => id !== null).toSorted((one, other) => one - other)) {
      await lock(transaction, `incident:${id}`);
      const incident = await findIncident(transaction, id);
      if (!incident || !isOpenIncident(incident)) return { outcome: 'not-allowed' };
    }
    const linked_at = to === null ? null : Math.min(seenByAgent(ticket, action, seenMessages), ticket.message_count);
    await updateTicketUnseen(transaction, number, { notice_id: to, linked_at });
    await appendEvent(transaction, {
      at: toInstantText(now),
      actor: action.actor,
      action: to === null ? 'ticket.unlinked' : 'ticket.linked',
      ticketNumber: number,
      details: { notice: to ?? from },
    });
    return { outcome: 'changed' };
  });
  return changed ?? { outcome: 'not-found' };
}
