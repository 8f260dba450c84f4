import { EMAIL } from '../contract/shapes.ts';
import { isOfAPerson } from '../policy/mail-limits.ts';
import { findMailAddress } from '../store/mail-addresses.ts';
import { mailService } from '../store/mail-service.ts';
import { mergedInto } from '../store/merge.ts';
import { threadOf } from '../store/messages.ts';
import type { Store } from '../store/open.ts';
import type { TicketRow } from '../store/tickets.ts';

/** How many people get a copy of a reply at most. */
const MOST_COPIES = 10;

/**
 * Who gets a copy of a reply when an agent wants it so: those to whom the last letter of the ticket went beside us, and
 * its writer, where that is not the contact. Nobody where mail is not set up.
 */
export async function copiesOfReply(db: Store, ticket: TicketRow): Promise<string[]> {
  const last = (await threadOf(db, ticket.number)).findLast(({ sender }) => sender === 'customer');
  if (last?.via !== 'email') return [];
  const service = await mailService(db);
  if (service?.is_on !== 1) return [];
  const own = JSON.parse(service.own_addresses) as string[];
  const contacts = [ticket, ...(await mergedInto(db, ticket.number))].map(({ contact_email }) => contact_email);
  const not = new Set([...own, ...contacts.map((contact) => contact.toLowerCase())]);
  const copied = last.copied_to === null ? [] : (JSON.parse(last.copied_to) as string[]);
  const addresses = [last.from_address ?? '', ...copied].map((address) => address.toLowerCase());
  const copies: string[] = [];
  for (const address of new Set(addresses)) {
    if (!EMAIL.test(address) || !isOfAPerson(address) || not.has(address)) continue;
    // Such as the contact's own, that was corrected since.
    if ((await findMailAddress(db, address))?.bounced_at) continue;
    copies.push(address);
  }
  return copies.slice(0, MOST_COPIES);
}
