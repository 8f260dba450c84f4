import type { Context } from 'hono';
import { AddMessageRequest } from '../../contract/tickets/add-message-request.ts';
import { addMessage } from '../../tickets/add-message.ts';
import type { ApiDeps } from '../api-deps.ts';
import { answerDone } from '../http/answer-done.ts';
import { problem } from '../http/problem.ts';
import { readCustomerAction } from '../http/read-customer-action.ts';
import { readJson } from '../http/read-json.ts';

/** `POST /api/v1/tickets/:number/messages` */
export async function answerAddMessage(context: Context, deps: ApiDeps): Promise<Response> {
  const action = await readCustomerAction(context, deps);
  if (!action) return problem(context, 'idempotency-key-missing');
  const read = await readJson(context, AddMessageRequest);
  if (!read.ok) return read.refusal;
  return answerDone(context, await addMessage(deps, action, read.request), 201);
}
