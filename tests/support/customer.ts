import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { ATTACHMENTS } from '../../src/contract/files/attachment-limits.ts';
import type { TicketReceipt } from '../../src/contract/tickets/open-ticket.ts';
import type { OpenTicketRequest } from '../../src/contract/tickets/open-ticket-request.ts';
import type { Ticket } from '../../src/contract/tickets/read-ticket.ts';
import { aTicket, newKey, post, ZURAW } from './requests.ts';
import type { Service } from './service.ts';

/** A ticket token as a browser would make it. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** An upload id as a browser would make it. */
export function newUploadId(): string {
  return randomBytes(16).toString('base64url');
}

/** A customer with a ticket and its token. */
export class Customer {
  readonly #api: Service;
  readonly number: string;
  readonly token: string;

  constructor(api: Service, number: string, token: string) {
    this.#api = api;
    this.number = number;
    this.token = token;
  }

  /** Asks for something of this ticket. */
  ask(path = '', init: RequestInit = {}): Promise<Response> {
    const headers = { Authorization: `Bearer ${this.token}`, ...(init.headers as Record<string, string>) };
    return Promise.resolve(this.#api.app.request(`/api/v1/tickets/${this.number}${path}`, { ...init, headers }));
  }

  async read(): Promise<Ticket> {
    const response = await this.ask();
    expect(response.status).toBe(200);
    return (await response.json()) as Ticket;
  }

  write(text: string, attachments?: string[], key = newKey()): Promise<Response> {
    return this.ask('/messages', post({ text, ...(attachments && { attachments }) }, { 'Idempotency-Key': key }));
  }

  move(status: string, key = newKey()): Promise<Response> {
    return this.ask('/status', post({ status }, { 'Idempotency-Key': key }));
  }

  see(messages: number): Promise<Response> {
    return this.ask('/seen', post({ messages }));
  }
}

/** Opens a ticket through the API. */
export async function aCustomer(api: Service, otherwise: Partial<OpenTicketRequest> = {}): Promise<Customer> {
  const ticketToken = otherwise.ticketToken ?? newToken();
  const body = aTicket({ ...otherwise, ticketToken });
  const response = await api.app.request('/api/v1/tickets', post(body, { 'Idempotency-Key': newKey() }));
  expect(response.status).toBe(201);
  return new Customer(api, ((await response.json()) as TicketReceipt).number, ticketToken);
}

export interface PartOptions {
  id?: string;
  name?: string;
  bearer?: string | null;
  range?: string;
  identity?: { supportNumber: string; installUrl: string };
}

/** Sends one part of a file. */
export async function putPart(api: Service, content: Uint8Array, options: PartOptions = {}): Promise<Response> {
  const { id = newUploadId(), name = 'zrzut.png', bearer = newToken(), identity = ZURAW } = options;
  const { range = `bytes 0-${content.length - 1}/${content.length}` } = options;
  return api.app.request(`/api/v1/uploads/${id}`, {
    method: 'PUT',
    body: new Uint8Array(content),
    headers: {
      ...(bearer !== null && { Authorization: `Bearer ${bearer}` }),
      'Content-Range': range,
      'X-File-Name': encodeURIComponent(name),
      'X-Support-Number': identity.supportNumber,
      'X-Install-Url': identity.installUrl,
    },
  });
}

/** Sends a whole file part by part, and returns its id. */
export async function upload(api: Service, content: Uint8Array, options: PartOptions = {}): Promise<string> {
  const id = options.id ?? newUploadId();
  for (let start = 0; start < content.length; start += ATTACHMENTS.partBytes) {
    const part = content.subarray(start, start + ATTACHMENTS.partBytes);
    const range = `bytes ${start}-${start + part.length - 1}/${content.length}`;
    const response = await putPart(api, part, { ...options, id, range });
    expect(response.status).toBe(200);
  }
  return id;
}

/** The smallest picture a browser shows: one transparent pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
