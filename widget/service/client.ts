import { shopStatus } from '../../src/contract/shops/shop-status.ts';
import { addMessage } from '../../src/contract/tickets/message.ts';
import { openTicket, type TicketReceipt } from '../../src/contract/tickets/open-ticket.ts';
import type { OpenTicketRequest } from '../../src/contract/tickets/open-ticket-request.ts';
import { isTicketNumber } from '../../src/contract/tickets/ticket-number.ts';
import type { PageSession } from '../host-page/embed-config.ts';
import { serviceHttp } from './service-http.ts';
import type { TicketClient } from './ticket-client.ts';

/** How often a shop's status is requested while there is no response. */
const STATUS_TRIES = 3;

/**
 * The longest wait before the status is requested again, in milliseconds; after a longer `Retry-After` the form does
 * without it.
 */
const STATUS_PATIENCE_MS = 3000;

/** Only a receipt with a valid ticket number counts. */
const openTicketForSure = {
  ...openTicket,
  answer: {
    parse(value: unknown): TicketReceipt {
      const receipt = openTicket.answer.parse(value);
      if (!isTicketNumber(receipt.number)) throw new TypeError(`${receipt.number} is no ticket's number`);
      return receipt;
    },
  },
};

/**
 * The service over HTTP.
 * @param api its origin, without a slash at the end
 * @param page may have a session of the shop, which is sent with the ticket; the ticket neither waits for it nor fails
 * with it
 */
export function createClient(api: string, page: Pick<PageSession, 'session' | 'shop'> = {}): TicketClient {
  const http = serviceHttp(api);

  return {
    async readShopStatus(shop) {
      for (let tries = 1; ; tries++) {
        const answer = await http.call(shopStatus, { json: shop });
        if (answer.outcome === 'ok') return answer.value;
        if (answer.outcome !== 'unanswered' || tries === STATUS_TRIES) return null;
        const wait = answer.retryAfter * 1000 || Math.random() * 300 * 2 ** (tries - 1);
        if (wait > STATUS_PATIENCE_MS) return null;
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    },

    /**
     * An invalid session is dropped: the ticket is sent again without it, or with the next one. A ticket that was frozen
     * for another shop than the session's goes without it too.
     */
    async openTicket({ key, body }) {
      const answer = await http.call(openTicketForSure, {
        key,
        body,
        bearer: isOf(page.shop, body) ? page.session : '',
      });
      if (!('status' in answer) || answer.status !== 401) return answer;
      page.session = '';
      return { outcome: 'unanswered', retryAfter: 0 };
    },

    addMessage: (number, token, { key, text, attachments }) =>
      http.call(addMessage, { params: { number }, bearer: token, key, json: { text, attachments } }),
  };
}

/** Whether the body of a ticket names a shop. */
function isOf(shop: PageSession['shop'], body: string): boolean {
  if (!shop) return false;
  const named: OpenTicketRequest = JSON.parse(body);
  return named.supportNumber === shop.supportNumber && named.installUrl === shop.installUrl;
}
