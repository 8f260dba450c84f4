import { ownerOf } from '../attachments/claim-uploads.ts';
import type { OpenTicketRequest } from '../contract/tickets/open-ticket-request.ts';
import type { AddMessageRequest } from '../contract/tickets/thread-requests.ts';
import type { Caller } from '../identity/caller.ts';
import { hashToken } from '../identity/token.ts';
import { judgeSender } from '../policy/channel.ts';
import { originHost } from '../policy/shop-address.ts';
import { recogniseShop, standingOf } from '../shops/recognise-shop.ts';
import type { StoreAndClock } from '../store/open.ts';
import type { Done } from '../tickets/idempotently.ts';
import { type NotOpened, openTicket } from '../tickets/open-ticket.ts';
import { type NotReplied, reply } from '../tickets/reply.ts';
import type { CustomerAction } from '../tickets/with-ticket-for-customer.ts';

/** A ticket as the public API receives it: what was typed, and where it came from. */
export interface PanelSubmission {
  request: OpenTicketRequest;
  idempotencyKey: string;
  /** the sending page, from the `Origin` header */
  origin: string | null;
  caller: Caller;
}

/** Opens a ticket that a page sent: a shop's own panel (R6), or a form elsewhere (R7). */
export async function openPanelTicket(
  deps: StoreAndClock,
  { request, idempotencyKey, origin, caller }: PanelSubmission,
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
    return {
      channel: judged.channel,
      proof: judged.proof,
      from: { host: originHost(origin), isOtherShop: judged.fromOtherShop },
      shop,
      tokenHash,
      actor: 'customer',
      isSeen: false,
      topic: request.topic,
      subject: request.subject,
      description: request.description,
      contact: request.contact,
      outageFacts: request.outage?.facts ?? [],
      diagnostics: request.diagnostics,
      attachments: request.attachments ?? [],
      owners: [`token:${tokenHash}`, ...ownerOf(caller)],
      incident: request.notice,
      shopVersion: request.shopVersion,
    };
  });
}

/** Replies for a customer who writes on in a ticket from a page. Access decides, not the page. */
export async function replyFromPanel(
  deps: StoreAndClock,
  { number, caller, idempotencyKey }: CustomerAction,
  { text, attachments }: AddMessageRequest,
): Promise<Done | NotReplied> {
  return reply(deps, { number, idempotencyKey, speaker: { side: 'customer', caller }, text, attachments });
}
