import { createHash } from 'node:crypto';
import type { TicketReceipt } from '../contract/open-ticket.ts';
import type { OpenTicketRequest } from '../contract/open-ticket-request.ts';
import type { ProblemCode } from '../contract/problem.ts';
import { ticketNumber } from '../contract/ticket-number.ts';
import { channelOf } from '../policy/channel.ts';
import type { Support } from '../policy/entitlement.ts';
import { answerBy } from '../policy/promise.ts';
import { CHANNEL_RANK, isOutage, orderedDueAt } from '../policy/queue.ts';
import { isOpen, scopeOf } from '../policy/scope.ts';
import { type KnownShop, recogniseShop } from '../registry/recognise-shop.ts';
import { insertAudit } from '../store/audit.ts';
import { findKey, insertKey } from '../store/idempotency.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { takeTurn } from '../store/take-turn.ts';
import { insertMessage, insertTicket, nextSequence } from '../store/tickets.ts';
import { toPublicInstant } from './public-instant.ts';

/** What opening a ticket needs: where it is kept, and the time. */
export interface OpenTicketDeps {
  store: Store;
  now: () => Temporal.Instant;
}

/** A ticket as it reached us: what was typed, and how it came. */
export interface Submission {
  request: OpenTicketRequest;
  idempotencyKey: string;
  /** the page that sent it, from the `Origin` header */
  origin: string | null;
}

/** How it ended: a receipt, or a refusal by its problem code. */
export type OpenTicketResult =
  /** `body` is the receipt in JSON: the same bytes whenever the same key and body come again */
  | { outcome: 'opened' | 'repeated'; number: string; body: string }
  | { outcome: 'refused'; code: ProblemCode; lastDay?: string };

/**
 * Opens a ticket, once per idempotency key. Every channel ends here.
 *
 * Key, counter, ticket, first message and audit line are one transaction, so an answer that went out means all of it is
 * on the disk, and an answer that got lost is given again from the stored bytes. A refusal stores nothing: the same key
 * may come again once the reason is gone.
 */
export async function openTicket(deps: OpenTicketDeps, submission: Submission): Promise<OpenTicketResult> {
  const requestHash = sha256(JSON.stringify(submission.request));
  return deps.store.transaction().execute(async (transaction) => {
    await takeTurn(transaction, `idempotency-key:${submission.idempotencyKey}`);
    const earlier = await findKey(transaction, submission.idempotencyKey);
    if (earlier) {
      if (earlier.request_hash !== requestHash) return { outcome: 'refused', code: 'idempotency-key-reused' };
      return { outcome: 'repeated', number: earlier.ticket_number, body: earlier.response_body };
    }
    const now = deps.now();
    const shop = await recogniseShop(transaction, submission.request, now);
    if (!shop) return { outcome: 'refused', code: 'shop-unrecognised' };
    if (!isOpen(submission.request.topic, shop.support)) return refusal(shop.support);

    const receipt = await writeTicket(transaction, submission, shop, now);
    const body = JSON.stringify(receipt);
    await insertKey(transaction, {
      key: submission.idempotencyKey,
      request_hash: requestHash,
      ticket_number: receipt.number,
      response_body: body,
      created_at: toInstantText(now),
    });
    return { outcome: 'opened', number: receipt.number, body };
  });
}

async function writeTicket(
  transaction: Store,
  { request, origin }: Submission,
  { shop, terms }: KnownShop,
  now: Temporal.Instant,
): Promise<TicketReceipt> {
  const channel = channelOf(origin, shop.install_url);
  const facts = [...new Set(request.outage?.facts ?? [])];
  const scope = scopeOf(request.topic, terms);
  const promise = answerBy(channel, now);
  const sequence = await nextSequence(transaction);
  const number = ticketNumber(sequence);
  await insertTicket(transaction, {
    number,
    sequence,
    shop_id: shop.id,
    channel,
    topic: request.topic,
    covered: scope.covered ? 1 : 0,
    scope_rule: scope.rule,
    subject: request.subject,
    status: 'new',
    contact_email: request.contact.email,
    contact_name: request.contact.name ?? null,
    contact_phone: request.contact.phone ?? null,
    outage_facts: JSON.stringify(facts),
    diagnostics: request.diagnostics ? JSON.stringify(request.diagnostics) : null,
    token_hash: sha256(request.ticketToken),
    received_at: toInstantText(now),
    answer_by: promise && toInstantText(promise),
    queue_waiting: 1,
    queue_outage: isOutage(channel, facts) ? 1 : 0,
    queue_channel_rank: CHANNEL_RANK[channel],
    queue_due_at: toInstantText(orderedDueAt(channel, now)),
  });
  await insertMessage(transaction, {
    ticket_number: number,
    sender: 'customer',
    author: request.contact.name ?? null,
    text: request.description,
    sent_at: toInstantText(now),
  });
  await insertAudit(transaction, {
    at: toInstantText(now),
    actor: 'customer',
    action: 'ticket.opened',
    ticketNumber: number,
    details: { channel, topic: request.topic, outage: facts.length > 0 },
  });
  return {
    number,
    status: 'new',
    channel,
    receivedAt: toPublicInstant(now),
    answerBy: promise && toPublicInstant(promise),
  };
}

function refusal(support: Support): OpenTicketResult {
  if (support.state === 'expired') {
    return { outcome: 'refused', code: 'support-expired', lastDay: support.lastDay.toString() };
  }
  return { outcome: 'refused', code: 'not-bought-directly' };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
