import ky from 'ky';
import { openTicket } from '../src/contract/open-ticket.ts';
import { Problem } from '../src/contract/problem.ts';
import { shopStatus } from '../src/contract/shop-status.ts';
import { isTicketNumber } from '../src/contract/ticket-number.ts';
import type { Boot } from './boot.ts';
import { toJson } from './outbox/to-json.ts';
import type { Delivery, TicketClient } from './ticket-client.ts';

const TIMEOUT_MS = 20_000;

/**
 * Statuses by which a server or a proxy says "not now": the outbox keeps the entry and comes again; after 401 without the
 * session, which a ticket does not need.
 */
const NOT_NOW = [401, 408, 425, 429];

/**
 * The service over HTTP.
 * @param api its origin, without a slash at the end
 * @param access may hold a session of the shop: it then goes with the ticket, which never waits for it nor fails by it
 */
export function createClient(api: string, access: Pick<Boot, 'session'> = {}): TicketClient {
  // ky repeats no POST unless told to: tickets are repeated by the outbox alone, which holds their key.
  const http = ky.create({ timeout: TIMEOUT_MS, retry: 0, credentials: 'omit' });
  const headers = { 'Content-Type': 'application/json', 'Accept-Language': 'pl' };
  return {
    async readShopStatus(shop) {
      try {
        const retry = { limit: 2, methods: ['post' as const], jitter: true };
        const response = await http.post(api + shopStatus.path, { body: toJson(shop), headers, retry });
        return shopStatus.answer.parse(await response.json());
      } catch {
        return null;
      }
    },

    async openTicket({ key, body }) {
      const { session } = access;
      try {
        const response = await http.post(api + openTicket.path, {
          body,
          headers: { ...headers, 'Idempotency-Key': key, ...(session && { Authorization: `Bearer ${session}` }) },
          throwHttpErrors: false,
        });
        if (response.status === 401) access.session = '';
        return await readDelivery(response);
      } catch {
        return { outcome: 'unanswered', retryAfter: 0 };
      }
    },
  };
}

/** Only a receipt of ours, with a number whose check digit fits, or a refusal of ours ends the sending. */
async function readDelivery(response: Response): Promise<Delivery> {
  const content: unknown = await response.json().catch(() => null);
  if (response.ok) {
    const receipt = openTicket.answer.safeParse(content);
    if (receipt.success && isTicketNumber(receipt.data.number)) return { outcome: 'accepted', receipt: receipt.data };
  } else if (response.status < 500 && !NOT_NOW.includes(response.status)) {
    const problem = Problem.safeParse(content);
    if (problem.success) return { outcome: 'refused', code: problem.data.code };
  }
  return { outcome: 'unanswered', retryAfter: Number(response.headers.get('Retry-After')) || 0 };
}
