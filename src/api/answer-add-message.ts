import type { Context } from 'hono';
import { AddMessageRequest } from '../contract/add-message-request.ts';
import { addMessage } from '../tickets/add-message.ts';
import { answerDone } from './answer-done.ts';
import type { ApiDeps } from './api-deps.ts';
import { problem } from './problem.ts';
import { readCustomerAction } from './read-customer-action.ts';
import { readJson } from './read-json.ts';

/** `POST /api/v1/tickets/:number/messages` */
export async function answerAddMessage(context: Context, deps: ApiDeps): Promise<Response> {
  const action = await readCustomerAction(context, deps);
  if (!action) return problem(context, 'idempotency-key-missing');
  const read = await readJson(context, AddMessageRequest);
  if (!read.ok) return read.refusal;
  return answerDone(context, await addMessage(deps, action, read.request), 201);
}
