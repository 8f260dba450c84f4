import { insertAudit } from '../store/audit.ts';
import { toInstantText } from '../store/instants.ts';
import type { StoreAndClock } from '../store/open.ts';
import { updateTicketUnseen } from '../store/tickets.ts';
import { type AgentAction, onOurTicket } from './on-our-ticket.ts';

/** Takes a ticket token's power away, for one that got into wrong hands; false when there is no such ticket. */
export async function revokeToken(deps: StoreAndClock, action: AgentAction): Promise<boolean> {
  const done = await onOurTicket(deps, action, async (transaction, _, now) => {
    // Of a merged ticket it is its own token that is taken, not that of the one that goes on.
    const { number } = action;
    const at = toInstantText(now);
    await updateTicketUnseen(transaction, number, { token_revoked_at: at });
    await insertAudit(transaction, { at, actor: action.actor, action: 'ticket.token-revoked', ticketNumber: number });
    return true;
  });
  return done ?? false;
}
