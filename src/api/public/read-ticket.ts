import type { Context } from 'hono';
import type { Ticket } from '../../contract/tickets/read-ticket.ts';
import { readTicket } from '../../tickets/read-ticket.ts';
import type { ApiDeps } from '../api-deps.ts';
import { pathParameter } from '../check-path.ts';
import { problem } from '../http/problem.ts';
import { readCaller } from '../http/read-caller.ts';

/** `GET /api/v1/tickets/:number`. Access is checked before 304 is answered: an `ETag` opens nothing. */
export async function answerReadTicket(context: Context, deps: ApiDeps): Promise<Response> {
  const number = pathParameter(context, 'number');
  const ticket = await readTicket(deps.store, number, await readCaller(context, deps), deps.now());
  if (!ticket) return problem(context, 'not-found');
  const headers = { ETag: `"${ticket.version}"`, 'Cache-Control': 'private, no-cache', Vary: 'Authorization' };
  // A compressing proxy makes the tag a weak one.
  if (context.req.header('If-None-Match')?.replace(/^W\//, '') === headers.ETag)
    return context.body(null, 304, headers);
  return context.json((await ticket.read()) satisfies Ticket, 200, headers);
}
