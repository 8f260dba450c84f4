import type { Context } from 'hono';
import { MarkSeenRequest } from '../../contract/tickets/mark-seen-request.ts';
import { markSeen } from '../../tickets/mark-seen.ts';
import type { ApiDeps } from '../api-deps.ts';
import { pathParameter } from '../check-path.ts';
import { problem } from '../http/problem.ts';
import { readCaller } from '../http/read-caller.ts';
import { readJson } from '../http/read-json.ts';

/** `POST /api/v1/tickets/:number/seen` */
export async function answerMarkSeen(context: Context, deps: ApiDeps): Promise<Response> {
  const read = await readJson(context, MarkSeenRequest);
  if (!read.ok) return read.refusal;
  const number = pathParameter(context, 'number');
  const isTheirs = await markSeen(deps, number, await readCaller(context, deps), read.request.messages);
  return isTheirs ? context.body(null, 204) : problem(context, 'not-found');
}
