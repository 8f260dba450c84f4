import { appendEvent } from '../events/append-event.ts';
import { toInstantText } from '../store/instants.ts';
import type { StoreAndClock } from '../store/open.ts';
import { updateTicketUnseen } from '../store/tickets.ts';
import { type AgentAction, withTicketForAgent } from './with-ticket-for-agent.ts';

/** Revokes a ticket's token, for one that was leaked; false when there is no such ticket. */
export async function revokeToken(deps: StoreAndClock, action: AgentAction): Promise<boolean> {
  const done = await withTicketForAgent(deps, action, async (transaction, _, now) => {
    // For a merged ticket its own token is revoked, not that of the ticket it was merged into.
    const { number } = action;
    const at = toInstantText(now);
    await updateTicketUnseen(transaction, number, { token_revoked_at: at });
    await appendEvent(transaction, { at, actor: action.actor, action: 'ticket.token-revoked', ticketNumber: number });
    return true;
  });
  return done ?? false;
}
