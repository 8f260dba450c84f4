import { appendEvent } from '../events/append-event.ts';
import { canBeVouched, isProven } from '../policy/proof.ts';
import { toInstantText } from '../store/instants.ts';
import type { StoreAndClock } from '../store/open.ts';
import { updateAnswered } from '../store/senders.ts';
import { updateTicketUnseen } from '../store/tickets.ts';
import type { Changed } from './change-ticket.ts';
import { type AgentAction, withTicketForAgent } from './with-ticket-for-agent.ts';

/**
 * Sets an agent's word that the sender of a ticket is its shop, or takes it back: the ticket then has the proof again
 * with which it came. The word is about its address, too, which is a usual one of the shop from then on, or no more. A
 * ticket that is proven without such a word is left alone. The customer does not notice.
 */
export async function vouchForTicket(deps: StoreAndClock, action: AgentAction, isVouched: boolean): Promise<Changed> {
  const vouched = await withTicketForAgent<Changed>(deps, action, async (transaction, ticket, now) => {
    if (!canBeVouched(ticket.proof)) return { outcome: 'not-allowed' };
    if ((ticket.proof === 'vouched') === isVouched) return { outcome: 'changed' };
    const event = { at: toInstantText(now), actor: action.actor, ticketNumber: ticket.number };
    if (isVouched) {
      await updateTicketUnseen(transaction, ticket.number, {
        proof: 'vouched',
        proof_sent: ticket.proof,
        queue_unproven: 0,
      });
      await updateAnswered(transaction, ticket.number, event.at);
      await appendEvent(transaction, { ...event, action: 'ticket.vouched', details: { from: ticket.proof } });
    } else {
      const to = ticket.proof_sent ?? 'unverified';
      await updateTicketUnseen(transaction, ticket.number, {
        proof: to,
        proof_sent: null,
        queue_unproven: isProven(to) ? 0 : 1,
      });
      await updateAnswered(transaction, ticket.number, null);
      await appendEvent(transaction, { ...event, action: 'ticket.vouch-ended', details: { to } });
    }
    return { outcome: 'changed' };
  });
  return vouched ?? { outcome: 'not-found' };
}
