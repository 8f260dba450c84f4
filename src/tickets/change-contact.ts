import { appendEvent } from '../events/append-event.ts';
import { toInstantText } from '../store/instants.ts';
import { findMailAddress, putMailAddress } from '../store/mail-addresses.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { type TicketRow, updateTicketUnseen } from '../store/tickets.ts';
import type { Changed } from './change-ticket.ts';
import { revokeLinksOf } from './ticket-links.ts';
import { type AgentAction, withTicketForAgent } from './with-ticket-for-agent.ts';

/** Where letters about a ticket go from now on. */
export interface NewContact {
  email: string;
  /** whether its link goes there at once */
  isLinkSent: boolean;
}

/**
 * Sets the address to which letters about a ticket go, on an agent's word: they begin again where they had ended, also at
 * the same address, which counts as right although a letter came back from there. What opened the ticket by letters to
 * another address opens nothing any more: those may have reached a stranger. Letters that did not arrive are sent once
 * more on request (`resendLetter`).
 */
export async function changeContact(
  deps: StoreAndClock,
  action: AgentAction,
  { email, isLinkSent }: NewContact,
): Promise<Changed> {
  const changed = await withTicketForAgent<Changed>(deps, action, async (transaction, ticket, now) => {
    await changeEmail(transaction, ticket, { email, actor: action.actor }, now);
    const event = { at: toInstantText(now), actor: action.actor, ticketNumber: ticket.number } as const;
    if (isLinkSent) await appendEvent(transaction, { ...event, action: 'ticket.link-asked' });
    return { outcome: 'changed' };
  });
  return changed ?? { outcome: 'not-found' };
}

/** The same of a ticket that is locked already. */
export async function changeEmail(
  transaction: Store,
  ticket: TicketRow,
  { email, actor }: { email: string; actor: string },
  now: Temporal.Instant,
): Promise<void> {
  const isOther = !isContact(ticket, email);
  const bounced = (await findMailAddress(transaction, email.toLowerCase()))?.bounced_at;
  if (isOther || ticket.mail_ended_at !== null || bounced) {
    await updateTicketUnseen(transaction, ticket.number, { contact_email: email, mail_ended_at: null });
    const cleared = { bounced_at: null, bounce_status: null };
    if (bounced) await putMailAddress(transaction, { address: email.toLowerCase(), ...cleared });
    const event = { at: toInstantText(now), actor, ticketNumber: ticket.number } as const;
    await appendEvent(transaction, { ...event, action: 'ticket.contact-changed' });
  }
  if (isOther && ticket.contact_email !== '') await revokeLinksOf(transaction, ticket, actor, now);
}

/** Whether an address is the one that letters about a ticket go to. */
export function isContact({ contact_email }: TicketRow, email: string): boolean {
  return contact_email.toLowerCase() === email.toLowerCase();
}
