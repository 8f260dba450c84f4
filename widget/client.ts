import ky from 'ky';
import { toJson } from '../browser/to-json.ts';
import { readProblem } from '../src/contract/problem.ts';
import { shopStatus } from '../src/contract/shops/shop-status.ts';
import { openTicket } from '../src/contract/tickets/open-ticket.ts';
import { isTicketNumber } from '../src/contract/tickets/ticket-number.ts';
import type { Boot } from './boot.ts';
import { NOT_NOW } from './not-now.ts';
import { retryAfter } from './retry-after.ts';
import type { Added, TicketClient } from './ticket-client.ts';
import { LANGUAGE } from './words/pl/panel.ts';

const TIMEOUT_MS = 20_000;

/** What came back: an answer of the service, for the caller to understand, or how the sending ended without one. */
type Answer = { outcome: 'answered'; content: unknown } | Exclude<Added, { outcome: 'accepted' }>;

/**
 * The service over HTTP.
 * @param api its origin, without a slash at the end
 * @param access may hold a session of the shop: it then goes with the ticket, which never waits for it nor fails by it
 */
export function createClient(api: string, access: Pick<Boot, 'session'> = {}): TicketClient {
  // ky repeats no POST unless told to: tickets are repeated by the outbox alone, which holds their key.
  const http = ky.create({ timeout: TIMEOUT_MS, retry: 0, credentials: 'omit' });
  const headers = { 'Content-Type': 'application/json', 'Accept-Language': LANGUAGE };

  /** Sends once under a key. Only a refusal of ours ends the sending: a proxy's page says nothing about a ticket. */
  async function post(path: string, key: string, body: string, more?: Record<string, string>): Promise<Answer> {
    try {
      const response = await http.post(api + path, {
        body,
        headers: { ...headers, 'Idempotency-Key': key, ...more },
        throwHttpErrors: false,
      });
      const { status } = response;
      if (status === 401) access.session = '';
      const content: unknown = await response.json().catch(() => null);
      if (response.ok) return { outcome: 'answered', content };
      const problem = readProblem(content);
      if (problem && status < 500 && !NOT_NOW.includes(status)) return { outcome: 'refused', code: problem.code };
      return { outcome: 'unanswered', retryAfter: retryAfter(response) };
    } catch {
      return { outcome: 'unanswered', retryAfter: 0 };
    }
  }

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

    /** Only a receipt of ours counts, with a number whose check digit fits. */
    async openTicket({ key, body }) {
      const { session } = access;
      const answer = await post(openTicket.path, key, body, session ? { Authorization: `Bearer ${session}` } : {});
      if (answer.outcome !== 'answered') return answer;
      const receipt = openTicket.answer.safeParse(answer.content);
      return receipt.success && isTicketNumber(receipt.data.number)
        ? { outcome: 'accepted', receipt: receipt.data }
        : { outcome: 'unanswered', retryAfter: 0 };
    },
    /** Whatever the service answers with a 2xx of JSON is its message: its shape is of no use here. */
    async addMessage(number, token, { key, text, attachments }) {
      const path = `${openTicket.path}/${number}/messages`;
      const answer = await post(path, key, toJson({ text, attachments }), { Authorization: `Bearer ${token}` });
      if (answer.outcome !== 'answered') return answer;
      return (answer.content as { text?: string } | null)?.text === text
        ? { outcome: 'accepted' }
        : { outcome: 'unanswered', retryAfter: 0 };
    },
  };
}
