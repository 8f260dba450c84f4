import type { DeskTicket } from '../contract/desk/read-ticket.ts';
import type { ContactMail } from '../contract/lists.ts';
import { isOfAPerson } from '../policy/mail-limits.ts';
import { findMailAddress } from '../store/mail-addresses.ts';
import { mailService } from '../store/mail-service.ts';
import type { Store } from '../store/open.ts';
import type { TicketRow } from '../store/tickets.ts';

/** Whom a ticket is answered to, and whether letters go there. */
export async function contactOfTicket(db: Store, ticket: TicketRow): Promise<DeskTicket['ticket']['contact']> {
  const { contact_email: email, contact_name: name, contact_phone: phone } = ticket;
  return { email, name, phone, mail: await contactMail(db, ticket) };
}

async function contactMail(db: Store, { contact_email, mail_ended_at }: TicketRow): Promise<ContactMail> {
  const address = contact_email.toLowerCase();
  if (address === '') return 'no-address';
  const service = await mailService(db);
  if (service?.is_on !== 1) return 'off';
  if (mail_ended_at !== null) return 'ended';
  const own = JSON.parse(service.own_addresses) as string[];
  if (!isOfAPerson(address) || own.includes(address)) return 'nobody';
  return (await findMailAddress(db, address))?.bounced_at ? 'bounced' : 'goes';
}
