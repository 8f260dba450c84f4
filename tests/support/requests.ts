import type { OpenTicketRequest } from '../../src/contract/tickets/open-ticket-request.ts';

/** Two shops with support, and one whose support is over on the tests' day. */
export const ZURAW = { supportNumber: '7KcWt9Ru', installUrl: 'https://www.ksiegarnia-zuraw.pl' };
export const ROWERY = { supportNumber: '4fMqZ8xB', installUrl: 'http://rowery-kolo.pl/sklep' };
export const EXPIRED = { supportNumber: '9sLdC2mA', installUrl: 'https://dawny-sklep.pl' };
export const RESOLD = { supportNumber: 'X3nJw7Qe', installUrl: 'https://od-posrednika.pl' };

/** A ticket as the panel would send it, with what the test wants otherwise. */
export function aTicket(otherwise: Partial<OpenTicketRequest> = {}): OpenTicketRequest {
  return {
    ...ZURAW,
    topic: 'configuration',
    subject: 'Darmowa dostawa od 200 zł',
    description: 'Gdzie ustawić próg tylko dla paczkomatów?',
    contact: { email: 'biuro@ksiegarnia-zuraw.pl' },
    ticketToken: 'a'.repeat(43),
    ...otherwise,
  };
}

/** What `app.request` needs for a POST of JSON. */
export function post(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}

let keys = 0;

/** A new idempotency key for each call. */
export function newKey(): string {
  keys += 1;
  return `test-key-${String(keys).padStart(16, '0')}`;
}

/** The third argument of `app.request`: a socket from this address, or none. */
export function from(address: string | undefined): { incoming?: { socket: { remoteAddress: string } } } {
  return address === undefined ? {} : { incoming: { socket: { remoteAddress: address } } };
}
