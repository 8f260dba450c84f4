import type { ShopStatus } from '../src/contract/shops/shop-status.ts';
import type { TicketReceipt } from '../src/contract/tickets/open-ticket.ts';
import type { Facts } from './host-page/facts.ts';
import type { Identity, TicketEntry } from './outbox/ticket-entry.ts';

/** How sending a ticket ended. */
export type Delivery =
  | { outcome: 'accepted'; receipt: TicketReceipt }
  | { outcome: 'refused'; code: string }
  /** no answer, or one that is not ours: whether the ticket was opened is not known. `retryAfter` in seconds */
  | { outcome: 'unanswered'; retryAfter: number };

/** How sending a message ended: as a ticket's sending does, without a receipt. */
export type Added = { outcome: 'accepted' } | Exclude<Delivery, { outcome: 'accepted' }>;

/** A message on its way into a thread. */
export interface NewMessage {
  key: string;
  text: string;
  /** ids of files that were uploaded before */
  attachments?: string[] | undefined;
}

/** The service as models see it. They know no URL; tests pass one of their own. */
export interface TicketClient {
  /** null when it could not be learned */
  readShopStatus: (shop: Identity & Pick<Facts, 'shopVersion'>) => Promise<ShopStatus | null>;
  openTicket: (entry: Pick<TicketEntry, 'key' | 'body'>) => Promise<Delivery>;
  /**
   * Writes on in a thread.
   * @param token the ticket's
   */
  addMessage: (number: string, token: string, message: NewMessage) => Promise<Added>;
}
