import type { Context } from 'hono';
import { listTickets } from '../../tickets/list-tickets.ts';
import type { ApiDeps } from '../api-deps.ts';
import { problem } from '../http/problem.ts';
import { readCaller } from '../http/read-caller.ts';

/** `GET /api/v1/tickets` */
export async function answerListTickets(context: Context, deps: ApiDeps): Promise<Response> {
  const caller = await readCaller(context, deps);
  if (caller.kind !== 'session') return problem(context, 'unauthorised');
  const cursor = context.req.query('cursor') ?? null;
  if (cursor !== null && !isCursor(cursor)) {
    return problem(context, 'invalid-request', { errors: [{ path: 'cursor', code: 'wrong-format' }] });
  }
  return context.json(await listTickets(deps.store, caller.shopId, cursor), 200, {
    'Cache-Control': 'private, no-cache',
  });
}

/** Whether a text can be the sequence of a ticket: digits, within the column's range. */
function isCursor(text: string): boolean {
  return /^\d{1,10}$/.test(text) && Number(text) <= 0x7fff_ffff;
}
