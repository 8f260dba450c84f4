import type { Context } from 'hono';
import { openTicket as endpoint } from '../../contract/tickets/open-ticket.ts';
import { OpenTicketRequest } from '../../contract/tickets/open-ticket-request.ts';
import { claimedShop } from '../../tickets/claimed-shop.ts';
import { wasAnswered } from '../../tickets/once.ts';
import { openTicket } from '../../tickets/open-ticket.ts';
import type { ApiDeps } from '../api-deps.ts';
import { answerDone } from '../http/answer-done.ts';
import { limitShop } from '../http/limit-route.ts';
import { problem } from '../http/problem.ts';
import { readCaller } from '../http/read-caller.ts';
import { readIdempotencyKey } from '../http/read-customer-action.ts';
import { readJson } from '../http/read-json.ts';

/** `POST /api/v1/tickets` */
export async function answerOpenTicket(context: Context, deps: ApiDeps): Promise<Response> {
  const idempotencyKey = readIdempotencyKey(context);
  if (!idempotencyKey) return problem(context, 'idempotency-key-missing');
  const read = await readJson(context, OpenTicketRequest);
  if (!read.ok) return read.refusal;
  const caller = await readCaller(context, deps);
  const shop = caller.kind === 'session' ? `proven:${caller.shopId}` : claimedShop(read.request);
  const limited = await limitShop(context, deps, shop);
  // A repeat opens no ticket: a client that waits for its receipt gets it, however many tickets the shop has opened
  // meanwhile.
  if (limited.refusal && !(await wasAnswered(deps.store, idempotencyKey))) return limited.refusal;

  const origin = context.req.header('Origin') ?? null;
  let isOpened = false;
  try {
    const outcome = await openTicket(deps, { request: read.request, idempotencyKey, origin, caller });
    isOpened = outcome.outcome === 'done';
    return answerDone(context, outcome, 201, ({ number }) => ({ Location: `${endpoint.path}/${number}` }));
  } finally {
    if (!isOpened) await limited.giveBack();
  }
}
