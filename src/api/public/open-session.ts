import type { Context } from 'hono';
import { OpenSessionRequest } from '../../contract/shops/open-session-request.ts';
import { type OpenSessionDeps, openShopSession } from '../../identity/open-shop-session.ts';
import { problem } from '../http/problem.ts';
import { readJson } from '../http/read-json.ts';

/** `POST /api/v1/session` */
export async function answerOpenSession(context: Context, deps: OpenSessionDeps): Promise<Response> {
  const read = await readJson(context, OpenSessionRequest);
  if (!read.ok) return read.refusal;
  const opened = await openShopSession(deps, read.request.token);
  if (!opened) return problem(context, 'unauthorised');
  return context.json(opened, 201, { 'Cache-Control': 'no-store' });
}
