import { ownerOf } from '../attachments/claim-uploads.ts';
import type { Language, Proof } from '../contract/lists.ts';
import type { OpenTicketRequest } from '../contract/tickets/open-ticket-request.ts';
import type { AddMessageRequest } from '../contract/tickets/thread-requests.ts';
import type { SenderAddress } from '../guard/sender.ts';
import { letTicketIn } from '../guard/ticket-door.ts';
import type { Caller } from '../identity/caller.ts';
import { hashToken } from '../identity/token.ts';
import { judgeSender } from '../policy/channel.ts';
import { isProven } from '../policy/proof.ts';
import { originHost } from '../policy/shop-address.ts';
import { recogniseShop, standingOf } from '../shops/recognise-shop.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { ticketOfToken } from '../store/tickets.ts';
import type { Done } from '../tickets/idempotently.ts';
import { type NotOpened, openTicket } from '../tickets/open-ticket.ts';
import { type NotReplied, reply } from '../tickets/reply.ts';
import type { CustomerAction } from '../tickets/with-ticket-for-customer.ts';
import type { CameBy } from '../tickets/write-message.ts';

/** A ticket as the public API receives it: what was typed, and where it came from. */
export interface PanelSubmission {
  request: OpenTicketRequest;
  idempotencyKey: string;
  /** the sending page, from the `Origin` header */
  origin: string | null;
  caller: Caller;
  /** the language of the page that sent it */
  language: Language;
  /** null where limits are off */
  address: SenderAddress | null;
}

/** Opens a ticket that a page sent: a shop's own panel (R6), or a form elsewhere (R7). */
export async function openPanelTicket(
  deps: StoreAndClock & { hashKey: Uint8Array },
  { request, idempotencyKey, origin, caller, language, address }: PanelSubmission,
): Promise<Done | NotOpened> {
  const tokenHash = hashToken(request.ticketToken);
  return openTicket(deps, { idempotencyKey, request }, async (transaction, now) => {
    const shop = await recogniseShop(transaction, request, now);
    if (!shop) return { outcome: 'refused', code: 'shop-unrecognised' };
    const judged = judgeSender({
      session: caller.kind !== 'session' ? 'none' : caller.shopId === shop.shop.id ? 'own' : 'other',
      origin: await standingOf(transaction, shop.shop.id, origin, now),
      fromOtherShop: request.fromOtherShop ?? false,
      signature: shop.shop.signature,
    });
    if (judged.outcome === 'refused') return judged;
    const proof = await vouchedProof(transaction, judged.proof, shop.shop.id, request.vouchedBy);
    const sender = { shopId: shop.shop.id, isProven: isProven(proof), address };
    const letIn = await letTicketIn(transaction, deps.hashKey, sender, now);
    if (letIn.outcome === 'refused') return letIn;
    return {
      channel: judged.channel,
      proof,
      sender: letIn.sender,
      from: { host: originHost(origin), isOtherShop: judged.fromOtherShop },
      shop,
      tokenHash,
      actor: 'customer',
      isSeen: false,
      topic: request.topic,
      language,
      subject: request.subject,
      description: request.description,
      contact: request.contact,
      outageFacts: request.outage?.facts ?? [],
      diagnostics: request.diagnostics,
      attachments: request.attachments ?? [],
      // A link opens its own ticket and nothing else: its files are for that one.
      owners: [`token:${tokenHash}`, ...(caller.kind === 'link' ? [] : ownerOf(caller))],
      incident: request.notice,
      shopVersion: request.shopVersion,
    };
  });
}

/**
 * The proof of a ticket that comes with the token of another one: an agent's word about the one holds for the other of the
 * same shop. A token that opens nothing, or nothing that an agent vouched for, changes nothing and is not spoken of.
 */
async function vouchedProof(
  transaction: Store,
  proof: Proof,
  shopId: number,
  vouchedBy: OpenTicketRequest['vouchedBy'],
): Promise<Proof> {
  if (isProven(proof) || !vouchedBy) return proof;
  const voucher = await ticketOfToken(transaction, hashToken(vouchedBy.token));
  const isVouched = voucher?.number === vouchedBy.number && voucher.shop_id === shopId && voucher.proof === 'vouched';
  return isVouched ? 'vouched' : proof;
}

/** Replies for a customer who writes on in a ticket from a page. Access decides, not the page. */
export async function replyFromPanel(
  deps: StoreAndClock,
  { number, caller, idempotencyKey }: CustomerAction,
  { text, attachments, status }: AddMessageRequest,
): Promise<Done | NotReplied> {
  const cameBy: { cameBy?: CameBy } = caller.kind === 'link' ? { cameBy: { via: caller.via } } : {};
  return reply(deps, {
    number,
    idempotencyKey,
    speaker: { side: 'customer', caller },
    text,
    attachments,
    status,
    ...cameBy,
  });
}
