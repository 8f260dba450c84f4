import { HttpHandler, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';
import type { HttpNetworkFrame } from 'msw/experimental';
import { PROBLEMS, type ProblemCode } from '../../src/contract/problem.ts';
import { type ShopStatus, shopStatus } from '../../src/contract/shops/shop-status.ts';
import { openTicket, type TicketReceipt } from '../../src/contract/tickets/open-ticket.ts';

/** Where the pretended service is. Another origin than the tests', as it is for a panel. */
export const API = 'https://pomoc.example';

/** What the pretended service was asked. */
export interface Asked {
  headers: Headers;
  /** the body, byte for byte */
  body: string;
}

type Answer = (asked: Asked) => Response | Promise<Response>;

const worker = setupWorker();

export const service = {
  worker,
  /** A call to the service that no test has an answer for is an error; the test runner's own files pass. */
  start: () =>
    worker.start({
      quiet: true,
      onUnhandledFrame: ({ frame, defaults }) => {
        if (frame.protocol === 'http' && (frame as HttpNetworkFrame).data.request.url.startsWith(API)) defaults.error();
      },
    }),
};

/** `POST /shop-status` answers so from now on. @returns what was asked, one after another */
export function serveShopStatus(answer: Answer | ShopStatus): Asked[] {
  return serve(shopStatus, typeof answer === 'function' ? answer : () => HttpResponse.json(answer));
}

/** `POST /tickets` answers so from now on. @returns what was asked, one after another */
export function serveTickets(answer: Answer | TicketReceipt): Asked[] {
  return serve(openTicket, typeof answer === 'function' ? answer : () => HttpResponse.json(answer, { status: 201 }));
}

/** An endpoint answers so from now on. @returns what was asked, one after another */
export function serve(endpoint: { method: string; path: string }, answer: Answer): Asked[] {
  return serveAt(endpoint.method, API + endpoint.path, answer);
}

/** The page of the panel that signs answers so from now on. It is on the tests' own origin. */
export function serveTokenPage(path: string, answer: Answer): Asked[] {
  return serveAt('GET', location.origin + path, answer);
}

function serveAt(method: string, address: string, answer: Answer): Asked[] {
  const asked: Asked[] = [];
  worker.use(
    new HttpHandler(method, address, async ({ request }) => {
      const question = { headers: request.headers, body: await request.text() };
      asked.push(question);
      return answer(question);
    }),
  );
  return asked;
}

/** A refusal as the API words it. */
export function problem(code: ProblemCode, headers: Record<string, string> = {}): Response {
  const { status, title } = PROBLEMS[code];
  const body = JSON.stringify({ type: 'about:blank', title, status, code });
  return new HttpResponse(body, { status, headers: { 'Content-Type': 'application/problem+json', ...headers } });
}

/** What a proxy or a half-started server says: a page, not JSON. */
export function htmlPage(status: number, headers: Record<string, string> = {}): Response {
  return HttpResponse.html('<!doctype html><title>Strona</title>', { status, headers });
}

/** The network is gone. */
export function noNetwork(): Response {
  return HttpResponse.error();
}
