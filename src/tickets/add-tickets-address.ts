import { appendEvent } from '../events/append-event.ts';
import type { AddressRefused } from '../shops/address-refusal.ts';
import { writePanelAddress } from '../shops/panel-address.ts';
import { toInstantText } from '../store/instants.ts';
import type { StoreAndClock } from '../store/open.ts';
import { findShopById } from '../store/shops.ts';
import { type AgentAction, withTicketForAgent } from './with-ticket-for-agent.ts';

/**
 * Adds the host that a ticket came from to the `panel` addresses of its shop: an agent saw that it is the shop's panel.
 * The ticket stays as it came.
 */
export async function addTicketsAddress(
  deps: StoreAndClock,
  action: AgentAction,
): Promise<{ outcome: 'changed' } | AddressRefused> {
  type Added = { outcome: 'changed' } | AddressRefused;
  const added = await withTicketForAgent<Added>(deps, action, async (transaction, ticket, now) => {
    if (ticket.from_host === null) return { outcome: 'refused', code: 'conflict' };
    const { shop } = await findShopById(transaction, ticket.shop_id);
    const written = await writePanelAddress(transaction, shop, ticket.from_host, action.actor, now);
    if (written.outcome === 'refused') {
      return written.code === 'invalid-request' ? { outcome: 'refused', code: 'conflict' } : written;
    }
    if (written.outcome === 'added') {
      await appendEvent(transaction, {
        at: toInstantText(now),
        actor: action.actor,
        action: 'ticket.address-added',
        ticketNumber: ticket.number,
        details: { shopId: shop.id, host: written.host },
      });
    }
    return { outcome: 'changed' };
  });
  return added ?? { outcome: 'refused', code: 'not-found' };
}
