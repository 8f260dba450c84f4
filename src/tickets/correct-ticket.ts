import type { CorrectTicketRequest } from '../contract/desk/change-ticket-requests.ts';
import { appendEvent } from '../events/append-event.ts';
import { toInstantText } from '../store/instants.ts';
import { renameFirstMessage } from '../store/messages.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { findShopById } from '../store/shops.ts';
import { type TicketRow, updateTicket } from '../store/tickets.ts';
import { changeEmail } from './change-contact.ts';
import type { Changed } from './change-ticket.ts';
import { coverageColumns } from './ticket-topic.ts';
import { type AgentAction, withTicketForAgent } from './with-ticket-for-agent.ts';

type Wanted = CorrectTicketRequest['to'];

/**
 * Sets what a ticket is about, whether it is covered, its subject and its contact, on an agent's word: what its customer
 * chose is a proposal. What the agent leaves to the customer or to the rules goes back to them. Audited, and the customer
 * sees it; reports count by the topic that it has now.
 * @returns `not-allowed` when one of them is no longer what the agent saw
 */
export async function correctTicket(
  deps: StoreAndClock,
  action: AgentAction,
  { from, to }: CorrectTicketRequest,
): Promise<Changed> {
  const changed = await withTicketForAgent<Changed>(deps, action, async (transaction, ticket, now) => {
    if (JSON.stringify(decidedOf(ticket)) !== JSON.stringify(from)) return { outcome: 'not-allowed' };
    await write(transaction, ticket, to, action.actor, now);
    return { outcome: 'changed' };
  });
  return changed ?? { outcome: 'not-found' };
}

/** What of a ticket an agent decides, as it stands. */
function decidedOf(ticket: TicketRow): CorrectTicketRequest['from'] {
  const { topic, topic_sent, covered_set, subject, contact_email: email, contact_name: name } = ticket;
  return {
    topic: topic_sent === null ? null : topic,
    covered: covered_set === null ? null : covered_set === 1,
    subject,
    contact: { email, name, phone: ticket.contact_phone },
  };
}

async function write(
  transaction: Store,
  ticket: TicketRow,
  { topic, covered, subject, contact }: Wanted,
  actor: string,
  now: Temporal.Instant,
): Promise<void> {
  const { shop } = await findShopById(transaction, ticket.shop_id);
  const sent = { topic: ticket.topic_sent ?? ticket.topic, subject: ticket.subject_sent ?? ticket.subject };
  const about = { topic: topic ?? sent.topic, channel: ticket.channel, isDecided: topic !== null, coveredSet: covered };
  const title = subject ?? sent.subject;
  const coverage = coverageColumns(about, shop);
  const changes = {
    topic: about.topic,
    topic_sent: topic === null ? null : sent.topic,
    covered_set: covered === null ? null : covered ? 1 : 0,
    ...coverage,
    subject: title,
    subject_sent: title === sent.subject ? null : sent.subject,
    contact_name: contact.name,
    contact_phone: contact.phone,
  } as const;
  const { email } = contact;
  if (email !== null && email !== ticket.contact_email) await changeEmail(transaction, ticket, { email, actor }, now);
  const isSame = (Object.keys(changes) as (keyof typeof changes)[]).every((name) => changes[name] === ticket[name]);
  if (isSame) return;
  await updateTicket(transaction, ticket.number, changes);
  if (title !== ticket.subject)
    await renameFirstMessage(transaction, ticket.number, { from: ticket.subject, to: title });
  const { contact_name: name, contact_phone: phone } = ticket;
  await appendEvent(transaction, {
    at: toInstantText(now),
    actor,
    action: 'ticket.corrected',
    ticketNumber: ticket.number,
    details: {
      from: ticket.topic,
      to: about.topic,
      coveredFrom: asBoolean(ticket.covered),
      coveredTo: asBoolean(coverage.covered),
      subject: title !== ticket.subject,
      contact: name !== contact.name || phone !== contact.phone,
    },
  });
}

const asBoolean = (covered: TicketRow['covered']) => (covered === null ? null : covered === 1);
