import type { Answer } from '../../../browser/http.ts';
import { changeStatus, markSeen, type StatusReceipt } from '../../../src/contract/tickets/change-ticket.ts';
import { listTickets, type TicketList } from '../../../src/contract/tickets/list-tickets.ts';
import { addMessage, type Message } from '../../../src/contract/tickets/message.ts';
import { getAttachment, readTicket, type Ticket } from '../../../src/contract/tickets/read-ticket.ts';
import { serviceHttp } from '../../service/service-http.ts';
import type { ReplyEntry } from './reply-entry.ts';

/** The service as "Moje zgłoszenia" sees it. `bearer` is a ticket's token or a session of its shop. */
export interface ThreadClient {
  listTickets: (bearer: string, cursor: string | null) => Promise<Answer<TicketList>>;
  readTicket: (number: string, bearer: string, etag: string) => Promise<Answer<Ticket>>;
  /** sends a reply or a change of status, once per key */
  send: (number: string, bearer: string, entry: ReplyEntry) => Promise<Answer<Message | StatusReceipt>>;
  /** @param attended the key of the last message of the customer, from who wrote it and is at the thread */
  markSeen: (number: string, bearer: string, messages: number, attended?: string) => Promise<Answer<unknown>>;
  readAttachment: (id: string, bearer: string) => Promise<Answer<Blob>>;
}

/**
 * The service over HTTP.
 * @param api its origin, without a slash at the end
 */
export function createThreadClient(api: string): ThreadClient {
  const http = serviceHttp(api);
  return {
    listTickets: (bearer, cursor) => http.call(listTickets, { bearer, query: { cursor } }),
    readTicket: (number, bearer, etag) => http.call(readTicket, { params: { number }, bearer, etag }),
    send: (number, bearer, { kind, key, body }) =>
      http.call<Message | StatusReceipt>(kind === 'message' ? addMessage : changeStatus, {
        params: { number },
        bearer,
        key,
        body,
      }),
    markSeen: (number, bearer, messages, attended) =>
      http.call(markSeen, { params: { number }, bearer, json: { messages, attended } }),
    readAttachment: (id, bearer) => http.read(getAttachment, { params: { id }, bearer }, (response) => response.blob()),
  };
}
