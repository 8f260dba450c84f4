import type { Context } from 'hono';
import { CountUnreadRequest } from '../../contract/tickets/count-unread-request.ts';
import { countUnread } from '../../tickets/count-unread.ts';
import type { ApiDeps } from '../api-deps.ts';
import { readCaller } from '../http/read-caller.ts';
import { readJson } from '../http/read-json.ts';

/** `POST /api/v1/unread` */
export async function answerCountUnread(context: Context, deps: ApiDeps): Promise<Response> {
  const read = await readJson(context, CountUnreadRequest);
  if (!read.ok) return read.refusal;
  const caller = await readCaller(context, deps);
  return context.json({ unread: await countUnread(deps.store, caller, read.request, deps.now()) });
}
