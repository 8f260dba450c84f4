import type { Result } from '../../browser/deliver.ts';
import type { ShopStatus } from '../../src/contract/shops/shop-status.ts';
import type { TicketReceipt } from '../../src/contract/tickets/open-ticket.ts';
import type { Facts } from '../host-page/facts.ts';
import type { Identity, TicketEntry } from '../outbox/ticket-entry.ts';

/** A message to send into a thread. */
export interface NewMessage {
  key: string;
  text: string;
  /** ids of files uploaded before */
  attachments?: string[] | undefined;
}

/** The service as models see it. They know no URL; tests pass one of their own. */
export interface TicketClient {
  /** null when it could not be learned */
  readShopStatus: (shop: Identity & Pick<Facts, 'shopVersion'>) => Promise<ShopStatus | null>;
  openTicket: (entry: Pick<TicketEntry, 'key' | 'body'>) => Promise<Result<TicketReceipt>>;
  /**
   * Writes on in a thread.
   * @param token the ticket's
   */
  addMessage: (number: string, token: string, message: NewMessage) => Promise<Result<unknown>>;
}
