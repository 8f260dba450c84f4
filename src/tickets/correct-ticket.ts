import type { CorrectTicketRequest } from '../contract/desk/change-ticket-requests.ts';
import type { Topic } from '../contract/lists.ts';
import { appendEvent } from '../events/append-event.ts';
import { placeAfterCorrection } from '../policy/support.ts';
import { toKnownShop } from '../shops/recognise-shop.ts';
import { toInstantText } from '../store/instants.ts';
import { renameFirstMessage } from '../store/messages.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { moveResponseTime } from '../store/response-times.ts';
import { findShopById } from '../store/shops.ts';
import { type TicketRow, updateTicket } from '../store/tickets.ts';
import { changeEmail } from './change-contact.ts';
import type { Changed } from './change-ticket.ts';
import { type PlaceColumns, placeColumns } from './place-columns.ts';
import { toThreadState } from './thread-columns.ts';
import { coverageColumns } from './ticket-topic.ts';
import { updateThread } from './update-thread.ts';
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
  const changes: Partial<TicketRow> & { promised?: TicketRow['promised'] } = {
    topic: about.topic,
    topic_sent: topic === null ? null : sent.topic,
    covered_set: covered === null ? null : covered ? 1 : 0,
    ...coverage,
    subject: title,
    subject_sent: title === sent.subject ? null : sent.subject,
    contact_name: contact.name,
    contact_phone: contact.phone,
    ...(about.topic === ticket.topic ? {} : await placeColumnsFor(transaction, ticket, about.topic)),
  };
  const { email } = contact;
  if (email !== null && email !== ticket.contact_email) await changeEmail(transaction, ticket, { email, actor }, now);
  const isSame = (Object.keys(changes) as (keyof typeof changes)[]).every((name) => changes[name] === ticket[name]);
  if (isSame) return;
  const before = toThreadState(ticket);
  if (changes.promised === undefined || changes.promised === ticket.promised || before.waitingSince === null) {
    await updateTicket(transaction, ticket.number, changes);
  } else {
    const { answer_by: dueAt } = await updateThread(transaction, ticket, before, now, { changes });
    const beganAt = toInstantText(before.waitingSince);
    await moveResponseTime(transaction, ticket.number, { beganAt, dueAt });
  }
  const { contact_name: name, contact_phone: phone } = ticket;
  if (title !== ticket.subject || contact.name !== name || contact.phone !== phone) {
    await renameFirstMessage(transaction, ticket.number);
  }
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

/** What the ticket gets on another topic, by the support of its shop when it came; nothing where it keeps what it has. */
async function placeColumnsFor(transaction: Store, ticket: TicketRow, topic: Topic): Promise<Partial<PlaceColumns>> {
  const { support } = toKnownShop(
    await findShopById(transaction, ticket.shop_id),
    Temporal.Instant.from(ticket.received_at),
  );
  const { channel, without_support: without } = ticket;
  const asked = { topic, channel, without, isWaiting: ticket.waiting_since !== null, promised: ticket.promised === 1 };
  const place = placeAfterCorrection(asked, support.state);
  return place ? placeColumns(place) : {};
}

const asBoolean = (covered: TicketRow['covered']) => (covered === null ? null : covered === 1);
