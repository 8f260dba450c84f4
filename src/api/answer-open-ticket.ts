import type { Context } from 'hono';
import { IDEMPOTENCY_KEY } from '../contract/limits.ts';
import { openTicket as endpoint } from '../contract/open-ticket.ts';
import { OpenTicketRequest } from '../contract/open-ticket-request.ts';
import { claimedShop } from '../tickets/claimed-shop.ts';
import { type OpenTicketDeps, openTicket } from '../tickets/open-ticket.ts';
import { type LimitDeps, limitShop } from './limit-route.ts';
import { problem } from './problem.ts';
import { readJson } from './read-json.ts';

/** `POST /api/v1/tickets` */
export async function answerOpenTicket(context: Context, deps: OpenTicketDeps & LimitDeps): Promise<Response> {
  const idempotencyKey = context.req.header('Idempotency-Key') ?? '';
  if (!IDEMPOTENCY_KEY.test(idempotencyKey)) return problem(context, 'idempotency-key-missing');
  const read = await readJson(context, OpenTicketRequest);
  if (!read.ok) return problem(context, read.code, read.errors && { errors: read.errors });
  const limited = await limitShop(context, deps, claimedShop(read.request));
  if ('refusal' in limited) return limited.refusal;

  const origin = context.req.header('Origin') ?? null;
  const result = await openTicket(deps, { request: read.request, idempotencyKey, origin });
  if (result.outcome === 'repeated') await limited.giveBack();
  if (result.outcome === 'refused') {
    return problem(context, result.code, result.lastDay ? { lastDay: result.lastDay } : {});
  }
  return context.body(result.body, 201, {
    'Content-Type': 'application/json',
    Location: `${endpoint.path}/${result.number}`,
  });
}
