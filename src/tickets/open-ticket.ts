import { ownerOf, takeUploads } from '../attachments/claim-uploads.ts';
import type { Proof } from '../contract/lists.ts';
import type { FieldError, ProblemCode } from '../contract/problem.ts';
import type { TicketReceipt } from '../contract/tickets/open-ticket.ts';
import type { OpenTicketRequest } from '../contract/tickets/open-ticket-request.ts';
import { ticketNumber } from '../contract/tickets/ticket-number.ts';
import type { Caller } from '../identity/caller.ts';
import { hashToken } from '../identity/token.ts';
import { incidentOfNewTicket } from '../incidents/link-new-ticket.ts';
import { channelOf } from '../policy/channel.ts';
import type { Support } from '../policy/entitlement.ts';
import { CHANNEL_RANK, isOutage } from '../policy/queue.ts';
import { isOpen, scopeOf } from '../policy/scope.ts';
import { opened } from '../policy/thread.ts';
import { type KnownShop, recogniseShop } from '../shops/recognise-shop.ts';
import { insertAudit } from '../store/audit.ts';
import { readInstant, toInstantText, toPublicInstant } from '../store/instants.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { insertTicket, nextSequence } from '../store/tickets.ts';
import { type Done, idempotently } from './idempotently.ts';
import { threadColumns } from './thread-columns.ts';
import { writeMessage } from './write-message.ts';

/** A new ticket: what was typed, and how it came. */
export interface Submission {
  request: OpenTicketRequest;
  idempotencyKey: string;
  /** the sending page, from the `Origin` header */
  origin: string | null;
  caller: Caller;
  /** the id of the agent who took the call (R10); page and caller do not count then */
  takenBy?: string;
}

/** Why no ticket was opened, by its problem code. */
export interface NotOpened {
  outcome: 'refused';
  code: ProblemCode;
  lastDay?: string;
  errors?: FieldError[];
}

/**
 * Opens a ticket, once per idempotency key. Every channel ends here. Counter, ticket, first message with its files and
 * audit line are one transaction; the response is the receipt.
 */
export async function openTicket(deps: StoreAndClock, submission: Submission): Promise<Done | NotOpened> {
  const { request, idempotencyKey, takenBy } = submission;
  // A repeated call carries another token each time, which nobody keeps: it does not count.
  const same = takenBy === undefined ? request : { ...request, ticketToken: null, takenBy };
  return idempotently<NotOpened>(deps, idempotencyKey, same, async (transaction, now) => {
    const shop = await recogniseShop(transaction, request, now);
    if (!shop) return { outcome: 'refused', code: 'shop-unrecognised' };
    if (!isOpen(request.topic, shop.support)) return refusal(shop.support);
    return writeTicket(transaction, submission, shop, now);
  });
}

async function writeTicket(
  transaction: Store,
  submission: Submission,
  known: KnownShop,
  now: Temporal.Instant,
): Promise<{ number: string; answer: TicketReceipt } | NotOpened> {
  const { request } = submission;
  const { channel, proof } = submittedBy(submission, known);
  const facts = [...new Set(request.outage?.facts ?? [])];
  const scope = scopeOf(request.topic, known.terms);
  await takeUploads(transaction, request.attachments ?? []);
  const notice = await incidentOfNewTicket(transaction, request, known, now);
  const sequence = await nextSequence(transaction);
  const number = ticketNumber(sequence);
  const thread = threadColumns(channel, opened(now), now);
  await insertTicket(transaction, {
    ...thread,
    number,
    sequence,
    shop_id: known.shop.id,
    channel,
    proof,
    topic: request.topic,
    covered: scope.covered ? 1 : 0,
    scope_rule: scope.rule,
    subject: request.subject,
    contact_email: request.contact.email,
    contact_name: request.contact.name ?? null,
    contact_phone: request.contact.phone ?? null,
    outage_facts: JSON.stringify(facts),
    diagnostics: request.diagnostics ? JSON.stringify(request.diagnostics) : null,
    token_hash: hashToken(request.ticketToken),
    token_revoked_at: null,
    received_at: toInstantText(now),
    queue_outage: isOutage(channel, facts) ? 1 : 0,
    queue_channel_rank: CHANNEL_RANK[channel],
    version: 1,
    message_count: 1,
    customer_seen: 1,
    // The agent who took the call has read what they wrote.
    agent_seen: submission.takenBy === undefined ? 0 : 1,
    notice_id: notice,
    linked_at: notice && 1,
  });
  const firstMessage = {
    ticketNumber: number,
    shopId: known.shop.id,
    sender: 'customer',
    author: request.contact.name ?? null,
    text: request.description,
    position: 1,
    attachments: request.attachments ?? [],
    owners: [`token:${hashToken(request.ticketToken)}`, ...ownerOf(submission.caller)],
  } as const;
  const message = await writeMessage(transaction, firstMessage, now);
  if ('outcome' in message) return message;
  const about = notice !== null && { notice };
  await insertAudit(transaction, {
    at: toInstantText(now),
    actor: submission.takenBy ?? 'customer',
    action: 'ticket.opened',
    ticketNumber: number,
    details: { channel, topic: request.topic, outage: facts.length > 0, files: message.attachments.length, ...about },
  });
  const promised = readInstant(thread.answer_by);
  const answerBy = promised && toPublicInstant(promised);
  return { number, answer: { number, status: 'new', channel, receivedAt: toPublicInstant(now), answerBy } };
}

/**
 * The channel and proof of a ticket: a session of this shop proves its panel; otherwise the sending page decides (R6,
 * R7), or the agent who took the call (R10).
 */
function submittedBy(
  { caller, origin, takenBy }: Submission,
  { shop }: KnownShop,
): { channel: 'panel' | 'form' | 'phone'; proof: Proof } {
  if (takenBy !== undefined) return { channel: 'phone', proof: 'phone' };
  if (caller.kind === 'session' && caller.shopId === shop.id) return { channel: 'panel', proof: 'verified' };
  const channel = channelOf(origin, shop.install_url);
  return { channel, proof: channel === 'panel' ? 'panel' : 'unverified' };
}

function refusal(support: Support): NotOpened {
  if (support.state === 'expired') {
    return { outcome: 'refused', code: 'support-expired', lastDay: support.lastDay.toString() };
  }
  return { outcome: 'refused', code: 'not-bought-directly' };
}
