import type { DeskMessage, DeskTicket, ShopCard } from '../contract/desk/read-ticket.ts';
import { TOPICS } from '../contract/lists.ts';
import { undoUntil } from '../policy/merge.ts';
import { canBeVouched } from '../policy/proof.ts';
import { scopeOf } from '../policy/scope.ts';
import { agentMoves } from '../policy/thread.ts';
import { personOf } from '../policy/token-view.ts';
import { dayInWarsaw } from '../policy/warsaw.ts';
import { checkAddress } from '../shops/address-refusal.ts';
import { toTerms } from '../shops/recognise-shop.ts';
import { toShopRow, toShopTerms } from '../shops/to-shop-row.ts';
import { auditOf } from '../store/audit.ts';
import { shopBlockedUntil } from '../store/blocks.ts';
import { findIncident } from '../store/incidents.ts';
import { maybePublicInstant, toInstantText, toPublicInstant } from '../store/instants.ts';
import { mergedInto, mergesOf } from '../store/merge.ts';
import { type MessageRow, threadWithNotes } from '../store/messages.ts';
import type { Store } from '../store/open.ts';
import { queuedTicket } from '../store/queue.ts';
import { currentVersion } from '../store/releases.ts';
import { findShopById } from '../store/shops.ts';
import { type TicketRow, ticketsOfShop } from '../store/tickets.ts';
import { type UploadRow, uploadsOfTicket } from '../store/uploads.ts';
import { contactOfTicket } from './contact-of-ticket.ts';
import { copiesOfReply } from './copies-of-reply.ts';
import { lettersOfTicket } from './letters-of-ticket.ts';
import { numberInSubject } from './number-in-subject.ts';
import { toAttachment } from './public-message.ts';
import { rowFor, toQueueRow } from './queue/to-queue-row.ts';
import { resolveMerged } from './resolve-merged.ts';
import { toThreadState } from './thread-columns.ts';
import { toTicketTopic } from './ticket-topic.ts';

/** How many earlier tickets of the shop the card lists. */
const EARLIER = 10;

/**
 * Everything about one ticket, or the one it was merged into, except presence; null when there is no such ticket.
 * @param agentId who reads it; null for nobody of the desk
 */
export async function readDeskTicket(
  db: Store,
  asked: string,
  now: Temporal.Instant,
  agentId: string | null = null,
): Promise<Omit<DeskTicket, 'present'> | null> {
  const ticket = await resolveMerged(db, asked);
  const row = ticket && (await queuedTicket(db, ticket.number));
  if (!ticket || !row) return null;
  const { number } = ticket;
  const files = Map.groupBy(await uploadsOfTicket(db, number), ({ message_id }) => message_id);
  const messages = await threadWithNotes(db, number);
  const tickets = [ticket, ...(await mergedInto(db, number))];
  const audit = await auditOf(db, number);
  return {
    ticket: {
      ...(agentId === null ? toQueueRow(row, null) : await rowFor(db, agentId, row)),
      version: ticket.version,
      moves: agentMoves(toThreadState(ticket)),
      isVouched: canBeVouched(ticket.proof) ? ticket.proof === 'vouched' : null,
      sentFrom: await sentFrom(db, ticket, now),
      mayConcern: await numberInSubject(db, ticket),
      scopeRule: ticket.scope_rule,
      outageFacts: JSON.parse(ticket.outage_facts),
      contact: await contactOfTicket(db, ticket),
      copies: await copiesOfReply(db, ticket),
      decided: {
        topic: ticket.topic_sent === null ? null : ticket.topic,
        covered: toTicketTopic(ticket).coveredSet,
        subject: ticket.subject_sent === null ? null : ticket.subject,
      },
      sent: { topic: ticket.topic_sent ?? ticket.topic, subject: ticket.subject_sent ?? ticket.subject },
      ruling: await rulingFor(db, ticket),
      diagnostics: ticket.diagnostics === null ? null : JSON.parse(ticket.diagnostics),
      customerSeen: ticket.customer_seen,
      incident: await incidentOf(db, ticket.notice_id),
    },
    merged: await mergedParts(db, ticket, now),
    messages: messages.map((message) => toDeskMessage(message, tickets, files.get(message.id) ?? [])),
    letters: await lettersOfTicket(db, tickets, messages),
    shop: await shopCard(db, ticket.shop_id, ticket.sequence, now),
    audit: audit.map(({ at, actor, action, details }) => ({
      at: toPublicInstant(Temporal.Instant.from(at)),
      actor,
      action,
      details: JSON.parse(details),
    })),
  };
}

/** What the rules say of each topic for the ticket's shop. */
async function rulingFor(db: Store, { shop_id }: TicketRow): Promise<DeskTicket['ticket']['ruling']> {
  const { shop } = await findShopById(db, shop_id);
  return Object.fromEntries(TOPICS.map((topic) => [topic, scopeOf(topic, toTerms(shop)).covered]));
}

/** An address of its shop, or of another one, cannot be added; nor one that only the demo's shops may have. */
async function sentFrom(
  db: Store,
  { from_host: host, shop_id }: Pick<TicketRow, 'from_host' | 'shop_id'>,
  now: Temporal.Instant,
): Promise<DeskTicket['ticket']['sentFrom']> {
  if (host === null) return null;
  const { shop } = await findShopById(db, shop_id);
  const checked = await checkAddress(db, shop, host, 'panel', now);
  return { host, canBeAdded: checked.outcome === 'free' && !checked.isHeld };
}

/** Only the last merge into a ticket can be undone. */
async function mergedParts(db: Store, ticket: TicketRow, now: Temporal.Instant): Promise<DeskTicket['merged']> {
  const merges = await mergesOf(db, ticket.number);
  const last = merges.findLast(({ into_number }) => into_number === ticket.number);
  const until = last && undoUntil(Temporal.Instant.from(last.merged_at), now);
  return (await mergedInto(db, ticket.number)).map((part) => ({
    number: part.number,
    subject: part.subject,
    proof: part.proof_alone ?? part.proof,
    isSamePerson: personOf(part) === personOf(ticket),
    undoUntil: part.number === last?.from_number && until ? toPublicInstant(until) : null,
  }));
}

async function incidentOf(db: Store, incidentId: number | null): Promise<DeskTicket['ticket']['incident']> {
  const incident = incidentId === null ? null : await findIncident(db, incidentId);
  return incident && { id: incident.id, title: incident.title, solvedAt: maybePublicInstant(incident.solved_at) };
}

function toDeskMessage(message: MessageRow, tickets: readonly TicketRow[], files: readonly UploadRow[]): DeskMessage {
  const of = message.merged_from ?? message.sent_under ?? message.ticket_number;
  return {
    id: message.id,
    kind: message.position === null ? 'note' : message.sender,
    author: message.author,
    text: message.text,
    at: toPublicInstant(Temporal.Instant.from(message.sent_at)),
    position: message.position,
    mergedFrom: message.merged_from ?? message.sent_under,
    attachments: files.map(toAttachment),
    via: message.via,
    from:
      message.from_address === null
        ? null
        : {
            address: message.from_address,
            isOther: message.from_address !== tickets.find(({ number }) => number === of)?.contact_email.toLowerCase(),
            proof: message.from_proof ?? 'unproven',
          },
    copiedTo: message.copied_to === null ? [] : JSON.parse(message.copied_to),
    quoted: message.quoted,
  };
}

async function shopCard(db: Store, shopId: number, sequence: number, now: Temporal.Instant): Promise<ShopCard> {
  const { shop, packages } = await findShopById(db, shopId);
  const current = await currentVersion(db);
  const others = await ticketsOfShop(db, shopId, null, EARLIER + 1);
  return {
    ...toShopRow({ shop, packages }, current, dayInWarsaw(now)),
    terms: toShopTerms(shop),
    blockedUntil: maybePublicInstant(await shopBlockedUntil(db, shopId, toInstantText(now))),
    earlier: others
      .filter((other) => other.sequence !== sequence)
      .slice(0, EARLIER)
      .map(({ number, subject, status, received_at }) => ({
        number,
        subject,
        status,
        receivedAt: toPublicInstant(Temporal.Instant.from(received_at)),
      })),
  };
}
