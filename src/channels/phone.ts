import type { OpenPhoneTicketRequest } from '../contract/desk/open-phone-ticket.ts';
import { toKnownShop } from '../shops/recognise-shop.ts';
import type { StoreAndClock } from '../store/open.ts';
import { findShopOrNull, type ShopRow } from '../store/shops.ts';
import type { Done } from '../tickets/idempotently.ts';
import { type NotOpened, openTicket } from '../tickets/open-ticket.ts';

/**
 * Opens a ticket that an agent writes down, of a call (R10) or of anything else on behalf of a shop: that agent holds it. Nobody holds a token of it, so only sessions of the shop and agents can open it.
 * @param agentId the agent who wrote it down
 */
export async function openPhoneTicket(
  deps: StoreAndClock,
  request: OpenPhoneTicketRequest,
  idempotencyKey: string,
  agentId: string,
): Promise<Done | NotOpened> {
  const called = await findShopOrNull(deps.store, request.shop);
  if (!called) return { outcome: 'refused', code: 'not-found' };
  const asBefore = [asHashedBefore(request, called.shop, agentId)];
  const sent = { idempotencyKey, request: { ...request, takenBy: agentId }, asBefore };
  return openTicket(deps, sent, async (transaction, now) => {
    const found = await findShopOrNull(transaction, request.shop);
    if (!found) return { outcome: 'refused', code: 'not-found' };
    return {
      channel: 'phone',
      proof: 'phone',
      shop: toKnownShop(found, now),
      tokenHash: null,
      actor: agentId,
      isSeen: true,
      topic: request.topic,
      subject: request.subject,
      description: request.description,
      contact: request.contact,
      outageFacts: request.outage.facts,
      isOutage: request.outage.isOutage,
      isHeld: true,
      attachments: [],
      owners: [],
    };
  });
}

/**
 * A call in the form in which the first release hashed it, with the shop's address: a call whose response was lost may be
 * sent again after an upgrade, and must find itself.
 */
function asHashedBefore(
  { shop: _, ...written }: OpenPhoneTicketRequest,
  { support_number: supportNumber, install_url: installUrl }: Pick<ShopRow, 'support_number' | 'install_url'>,
  takenBy: string,
): object {
  return { ...written, supportNumber, installUrl, ticketToken: null, takenBy };
}
