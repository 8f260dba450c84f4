import { takeUploads } from '../attachments/claim-uploads.ts';
import type { Channel, Language, OutageFact, Proof, Standing, Topic } from '../contract/lists.ts';
import type { FieldError, ProblemCode } from '../contract/problem.ts';
import type { TicketReceipt } from '../contract/tickets/open-ticket.ts';
import { ticketNumber } from '../contract/tickets/ticket-number.ts';
import { appendEvent } from '../events/append-event.ts';
import { incidentOfNewTicket } from '../incidents/link-new-ticket.ts';
import { type Support, supportInText } from '../policy/entitlement.ts';
import { isProven } from '../policy/proof.ts';
import { isOutage } from '../policy/queue.ts';
import { openingOf, placeOf } from '../policy/support.ts';
import { opened } from '../policy/thread.ts';
import type { KnownShop } from '../shops/recognise-shop.ts';
import { setAgentMark } from '../store/agent-marks.ts';
import { readInstant, toInstantText, toPublicInstant } from '../store/instants.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { insertSender } from '../store/senders.ts';
import { insertTicket, NO_TOKEN, nextSequence } from '../store/tickets.ts';
import { holdIfNobodys } from './hold-if-nobodys.ts';
import { type Done, idempotently } from './idempotently.ts';
import { placeColumns } from './place-columns.ts';
import { threadColumns } from './thread-columns.ts';
import { coverageColumns } from './ticket-topic.ts';
import { type CameBy, writeMessage } from './write-message.ts';

/**
 * A new ticket, whichever way it came: every channel makes one of what it received. What only some channels know is
 * optional or null, and no channel invents it.
 */
export interface NewTicket {
  channel: Channel;
  proof: Proof;
  /** the page that sent it: its host, if there was one, and whether it is another shop's */
  from?: { host: string | null; isOtherShop: boolean };
  shop: KnownShop;
  /** the share of the quotas that it counts to, and its address as it is stored; null where limits are off */
  sender?: { standing: Standing; addressHash: string } | null;
  /** the hash of the token that opens the ticket; null when nobody holds one, as after a call */
  tokenHash: string | null;
  /** for the audit trail: `customer`, or the id of the agent who wrote it down */
  actor: string;
  /** whether an agent has read it already, because they wrote it down */
  isSeen: boolean;
  topic: Topic;
  /** the language that its customer reads; Polish when it is not known */
  language?: Language;
  subject: string;
  description: string;
  contact: { email: string; name?: string | undefined; phone?: string | undefined };
  outageFacts: readonly OutageFact[];
  /** an agent's word that it is an outage, whatever the facts say */
  isOutage?: boolean | undefined;
  /** whether the agent who wrote it down holds it */
  isHeld?: boolean;
  diagnostics?: Record<string, string> | undefined;
  /** ids of uploads, and whose uploads they may be */
  attachments: readonly string[];
  owners: readonly string[];
  /** what its first message carries when it came by e-mail */
  cameBy?: CameBy;
  /** when its first letter came, where we had to ask before it could be opened; now when missing */
  receivedAt?: Temporal.Instant;
  /** the id of the incident that it names, as received; one that cannot be linked is ignored */
  incident?: string | undefined;
  /** the shop's version as its panel shows it; the registry's when missing */
  shopVersion?: string | undefined;
}

/** Why no ticket was opened, by its problem code. */
export interface NotOpened {
  outcome: 'refused';
  code: ProblemCode;
  lastDay?: string;
  /** the day on which support begins, where it has not */
  firstDay?: string;
  /** with `rate-limited`: when there is room for one more */
  retryAfterSeconds?: number;
  errors?: FieldError[];
}

/**
 * Opens a ticket, once per idempotency key. Every channel ends here. Counter, ticket, first message with its files and
 * event are one transaction; the response is the receipt.
 * @param request everything that makes two requests the same, as it was sent; compared by its hash
 * @param asBefore the same as earlier releases hashed it
 * @param toNewTicket makes the ticket, or refuses, in the transaction that opens it: a repeat is answered even when the
 * shop would not be recognised any more
 */
export async function openTicket(
  deps: StoreAndClock,
  { idempotencyKey, request, asBefore }: { idempotencyKey: string; request: object; asBefore?: readonly object[] },
  toNewTicket: (transaction: Store, now: Temporal.Instant) => Promise<NewTicket | NotOpened>,
): Promise<Done | NotOpened> {
  const work = async (transaction: Store, now: Temporal.Instant) => {
    const ticket = await toNewTicket(transaction, now);
    if ('outcome' in ticket) return ticket;
    // A letter was written before anybody could say that there is no support: it is read, without a promise.
    const isClosed = openingOf(ticket.topic, ticket.shop.support.state) === 'closed';
    if (ticket.channel !== 'email' && isClosed) return refusal(ticket.shop.support);
    return writeTicket(transaction, ticket, now);
  };
  return idempotently<NotOpened>(deps, idempotencyKey, request, work, { ...(asBefore && { asBefore }) });
}

async function writeTicket(
  transaction: Store,
  ticket: NewTicket,
  now: Temporal.Instant,
): Promise<{ number: string; answer: TicketReceipt } | NotOpened> {
  const { channel, topic, contact, attachments } = ticket;
  const { shop } = ticket.shop;
  const facts = [...new Set(ticket.outageFacts)];
  const asked = { topic, channel, isDecided: false, coveredSet: null };
  await takeUploads(transaction, attachments);
  const incident = await incidentOfNewTicket(
    transaction,
    ticket.incident,
    ticket.shopVersion ?? shop.shop_version,
    now,
  );
  const sequence = await nextSequence(transaction);
  const number = ticketNumber(sequence);
  const receivedAt = ticket.receivedAt ?? now;
  const place = placeColumns(placeOf(asked, ticket.shop.support.state));
  const thread = threadColumns({ ...place, snoozed_until: null }, opened(receivedAt), now);
  await insertTicket(transaction, {
    ...thread,
    number,
    sequence,
    shop_id: shop.id,
    channel,
    proof: ticket.proof,
    from_host: ticket.from?.host ?? null,
    from_other_shop: ticket.from?.isOtherShop ? 1 : 0,
    topic,
    language: ticket.language ?? 'pl',
    ...coverageColumns(asked, shop),
    subject: ticket.subject,
    contact_email: contact.email,
    contact_name: contact.name ?? null,
    contact_phone: contact.phone ?? null,
    outage_facts: JSON.stringify(facts),
    diagnostics: ticket.diagnostics ? JSON.stringify(ticket.diagnostics) : null,
    token_hash: ticket.tokenHash ?? NO_TOKEN,
    token_revoked_at: null,
    received_at: toInstantText(receivedAt),
    // After the end of support an outage is no topic that is open: only an agent says that it is one.
    queue_outage: isOutage(place.without_support === null ? facts : [], ticket.isOutage) ? 1 : 0,
    queue_unproven: isProven(ticket.proof) ? 0 : 1,
    ...place,
    version: 1,
    message_count: 1,
    customer_seen: 1,
    agent_seen: ticket.isSeen ? 1 : 0,
    notice_id: incident,
    linked_at: incident && 1,
  });
  if (ticket.sender) {
    await insertSender(transaction, {
      ticket_number: number,
      shop_id: shop.id,
      address_hash: ticket.sender.addressHash,
      standing: ticket.sender.standing,
      sent_at: toInstantText(now),
      answered_at: null,
    });
  }
  const firstMessage = {
    ticketNumber: number,
    shopId: shop.id,
    sender: 'customer',
    author: contact.name ?? null,
    text: ticket.description,
    position: 1,
    attachments,
    owners: ticket.owners,
    cameBy: ticket.cameBy ?? null,
  } as const;
  const message = await writeMessage(transaction, firstMessage, receivedAt);
  if ('outcome' in message) return message;
  if (ticket.isSeen) await setAgentMark(transaction, { ticket_number: number, agent_id: ticket.actor, seen: 1 });
  const about = incident !== null && { notice: incident };
  await appendEvent(transaction, {
    at: toInstantText(now),
    actor: ticket.actor,
    action: 'ticket.opened',
    ticketNumber: number,
    details: {
      channel,
      topic,
      outage: isOutage(facts, ticket.isOutage),
      files: message.attachments.length,
      ...(ticket.from?.isOtherShop && { fromOtherShop: true }),
      ...about,
    },
  });
  if (ticket.isHeld) await holdIfNobodys(transaction, { number, assignee_id: null }, ticket.actor, now);
  const promised = readInstant(thread.answer_by);
  const answerBy = promised && toPublicInstant(promised);
  return { number, answer: { number, status: 'new', channel, receivedAt: toPublicInstant(receivedAt), answerBy } };
}

function refusal(support: Support): NotOpened {
  if (support.state === 'expired') {
    const { lastDay, firstDay } = supportInText(support);
    return { outcome: 'refused', code: 'support-expired', ...(lastDay && { lastDay }), ...(firstDay && { firstDay }) };
  }
  return { outcome: 'refused', code: support.state === 'unrecognised' ? 'shop-unrecognised' : 'not-bought-directly' };
}
