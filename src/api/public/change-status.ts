import type { Context } from 'hono';
import { ChangeStatusRequest } from '../../contract/tickets/change-status-request.ts';
import { changeStatus } from '../../tickets/change-status.ts';
import type { ApiDeps } from '../api-deps.ts';
import { answerDone } from '../http/answer-done.ts';
import { problem } from '../http/problem.ts';
import { readCustomerAction } from '../http/read-customer-action.ts';
import { readJson } from '../http/read-json.ts';

/** `POST /api/v1/tickets/:number/status` */
export async function answerChangeStatus(context: Context, deps: ApiDeps): Promise<Response> {
  const action = await readCustomerAction(context, deps);
  if (!action) return problem(context, 'idempotency-key-missing');
  const read = await readJson(context, ChangeStatusRequest);
  if (!read.ok) return read.refusal;
  return answerDone(context, await changeStatus(deps, action, read.request), 200);
}
