import type { Context } from 'hono';
import { OpenSessionRequest } from '../contract/open-session-request.ts';
import { type OpenSessionDeps, openShopSession } from '../identity/open-shop-session.ts';
import { problem } from './problem.ts';
import { readJson } from './read-json.ts';

/** `POST /api/v1/session` */
export async function answerOpenSession(context: Context, deps: OpenSessionDeps): Promise<Response> {
  const read = await readJson(context, OpenSessionRequest);
  if (!read.ok) return read.refusal;
  const opened = await openShopSession(deps, read.request.token);
  if (!opened) return problem(context, 'unauthorised');
  return context.json(opened, 201, { 'Cache-Control': 'no-store' });
}
