import type { Language } from '../contract/lists.ts';
import { isTicketNumber } from '../contract/tickets/ticket-number.ts';
import { appendEvent } from '../events/append-event.ts';
import { isUnsubscribeKey } from '../identity/mail-marks.ts';
import { toInstantText } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import type { Store } from '../store/open.ts';
import { findTicket, type TicketRow, updateTicketUnseen } from '../store/tickets.ts';
import type { LinkDeps } from './open-ticket-link.ts';

/** What the address in a letter's `List-Unsubscribe` names. */
export interface UnsubscribeAddress {
  number: string;
  key: string;
}

/** The ticket whose mail a key may end, by the language of its letters, and whether it has ended; null when the key fits none. */
export async function readUnsubscribe(
  { store, markKey }: Pick<LinkDeps, 'store' | 'markKey'>,
  address: UnsubscribeAddress,
): Promise<{ language: Language; isEnded: boolean } | null> {
  const ticket = await ticketOf(store, markKey, address);
  return ticket && { language: ticket.language, isEnded: ticket.mail_ended_at !== null };
}

/** Ends the mail of a ticket; ending it again changes nothing. Null when the key fits no ticket. */
export async function endTicketMail(
  { store, markKey, now }: LinkDeps,
  address: UnsubscribeAddress,
): Promise<{ language: Language } | null> {
  if (!isTicketNumber(address.number)) return null;
  return store.transaction().execute(async (transaction) => {
    await lock(transaction, `ticket:${address.number}`);
    const ticket = await ticketOf(transaction, markKey, address);
    if (!ticket) return null;
    const { number, language } = ticket;
    if (ticket.mail_ended_at === null) {
      const at = toInstantText(now());
      await updateTicketUnseen(transaction, number, { mail_ended_at: at });
      await appendEvent(transaction, { at, actor: 'customer', action: 'ticket.mail-ended', ticketNumber: number });
    }
    return { language };
  });
}

async function ticketOf(
  db: Store,
  markKey: Uint8Array,
  { number, key }: UnsubscribeAddress,
): Promise<TicketRow | null> {
  const ticket = isTicketNumber(number) ? await findTicket(db, number) : null;
  const contact = ticket?.contact_email.toLowerCase() ?? '';
  const isTheirs = isUnsubscribeKey(markKey, number, contact, key);
  return ticket && contact !== '' && isTheirs ? ticket : null;
}
