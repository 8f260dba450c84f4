import ky from 'ky';
import { getAttachment } from '../../src/contract/files/get-attachment.ts';
import { readProblem } from '../../src/contract/problem.ts';
import { addMessage } from '../../src/contract/tickets/add-message.ts';
import { changeStatus, type StatusReceipt } from '../../src/contract/tickets/change-status.ts';
import { listTickets, type TicketList } from '../../src/contract/tickets/list-tickets.ts';
import { markSeen } from '../../src/contract/tickets/mark-seen.ts';
import type { Message } from '../../src/contract/tickets/message.ts';
import { readTicket, type Ticket } from '../../src/contract/tickets/read-ticket.ts';
import { NOT_NOW } from '../not-now.ts';
import { retryAfter } from '../retry-after.ts';
import { LANGUAGE } from '../words/pl/panel.ts';
import type { ReplyEntry } from './reply-entry.ts';

const TIMEOUT_MS = 20_000;

/** How a question to the service ended. */
export type Answer<T> =
  | { outcome: 'ok'; value: T; etag: string }
  /** 304: it stands as the reader knows it */
  | { outcome: 'unchanged' }
  | { outcome: 'refused'; code: string }
  /** no answer, or one that is not ours. `retryAfter` in seconds */
  | { outcome: 'unanswered'; retryAfter: number };

/** The service as "Moje zgłoszenia" sees it. `bearer` is a ticket's token or a session of its shop. */
export interface ThreadClient {
  listTickets: (bearer: string, cursor: string | null) => Promise<Answer<TicketList>>;
  readTicket: (number: string, bearer: string, etag: string) => Promise<Answer<Ticket>>;
  /** sends a reply or a change of status; again with the same key is the same */
  send: (number: string, bearer: string, entry: ReplyEntry) => Promise<Answer<Message | StatusReceipt>>;
  markSeen: (number: string, bearer: string, messages: number) => Promise<Answer<unknown>>;
  readAttachment: (id: string, bearer: string) => Promise<Answer<Blob>>;
}

interface Question {
  method: string;
  path: string;
  bearer: string;
  headers?: Record<string, string>;
  body?: string;
}

/**
 * The service over HTTP.
 * @param api its origin, without a slash at the end
 */
export function createThreadClient(api: string): ThreadClient {
  const http = ky.create({ timeout: TIMEOUT_MS, retry: 0, credentials: 'omit', throwHttpErrors: false });

  async function ask<T>(
    { path, bearer, headers, ...init }: Question,
    read: (response: Response) => Promise<T>,
  ): Promise<Answer<T>> {
    try {
      const response = await http(api + path, {
        ...init,
        cache: 'no-store',
        headers: {
          Authorization: `Bearer ${bearer}`,
          'Accept-Language': LANGUAGE,
          ...(init.body && { 'Content-Type': 'application/json' }),
          ...headers,
        },
      });
      const { status } = response;
      if (status === 304) return { outcome: 'unchanged' };
      if (response.ok) return { outcome: 'ok', value: await read(response), etag: response.headers.get('ETag') ?? '' };
      if (status >= 500 || (status !== 401 && NOT_NOW.includes(status))) {
        return { outcome: 'unanswered', retryAfter: retryAfter(response) };
      }
      const problem = readProblem(await response.json());
      return problem ? { outcome: 'refused', code: problem.code } : { outcome: 'unanswered', retryAfter: 0 };
    } catch {
      return { outcome: 'unanswered', retryAfter: 0 };
    }
  }

  const at = ({ path }: { path: string }, number: string) => path.replace(':number', number);
  return {
    listTickets: (bearer, cursor) =>
      ask({ ...listTickets, path: listTickets.path + (cursor ? `?cursor=${cursor}` : ''), bearer }, async (response) =>
        listTickets.answer.parse(await response.json()),
      ),
    readTicket: (number, bearer, etag) =>
      ask(
        {
          method: readTicket.method,
          path: at(readTicket, number),
          bearer,
          headers: etag ? { 'If-None-Match': etag } : {},
        },
        async (response) => readTicket.answer.parse(await response.json()),
      ),
    send(number, bearer, { key, kind, body }) {
      const endpoint = kind === 'message' ? addMessage : changeStatus;
      return ask<Message | StatusReceipt>(
        { method: endpoint.method, path: at(endpoint, number), bearer, body, headers: { 'Idempotency-Key': key } },
        async (response) => endpoint.answer.parse(await response.json()),
      );
    },
    markSeen: (number, bearer, messages) =>
      ask(
        { method: markSeen.method, path: at(markSeen, number), bearer, body: `{"messages":${messages}}` },
        async () => null,
      ),
    readAttachment: (id, bearer) =>
      ask({ method: getAttachment.method, path: getAttachment.path.replace(':id', id), bearer }, (response) =>
        response.blob(),
      ),
  };
}
