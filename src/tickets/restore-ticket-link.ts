import type { RestoreTicketLinkRequest } from '../contract/tickets/ticket-link-requests.ts';
import { isTicketNumber } from '../contract/tickets/ticket-number.ts';
import { appendEvent } from '../events/append-event.ts';
import { tokenLives } from '../policy/auto-close.ts';
import { readInstant, toInstantText } from '../store/instants.ts';
import { mailService } from '../store/mail-service.ts';
import type { StoreAndClock } from '../store/open.ts';
import { findTicket } from '../store/tickets.ts';
import { isContact } from './change-contact.ts';
import { resolveMerged } from './resolve-merged.ts';

/**
 * Mails the link of a ticket to its contact, if that is the address that was typed; how often is for the limits of mail to
 * say. Nothing tells the caller whether it fits.
 */
export async function restoreTicketLink(
  { store, now }: StoreAndClock,
  { number, email }: RestoreTicketLinkRequest,
): Promise<void> {
  if (!isTicketNumber(number)) return;
  await store.transaction().execute(async (transaction) => {
    const at = now();
    const service = await mailService(transaction);
    const ticket = await findTicket(transaction, number);
    const goesOn = await resolveMerged(transaction, number);
    if (
      !ticket ||
      !isContact(ticket, email) ||
      !goesOn ||
      service?.is_on !== 1 ||
      !tokenLives(readInstant(goesOn.closed_at), at)
    )
      return;
    const event = { at: toInstantText(at), actor: 'customer', ticketNumber: number } as const;
    await appendEvent(transaction, { ...event, action: 'ticket.link-asked' });
  });
}
