import type { Context } from 'hono';
import { changeStatus as endpoint } from '../../contract/tickets/change-ticket.ts';
import { ChangeStatusRequest } from '../../contract/tickets/thread-requests.ts';
import { changeStatus } from '../../tickets/change-status.ts';
import type { ApiDeps } from '../api-deps.ts';
import { FIELD } from '../docs/openapi/field-words.ts';
import type { Operation } from '../docs/openapi/operation.ts';
import { SAMPLE } from '../docs/openapi/samples.ts';
import { answerDone } from '../http/answer-done.ts';
import { problem } from '../http/problem.ts';
import { readCustomerAction } from '../http/read-caller.ts';
import { readJson } from '../http/read-json.ts';

/** `POST /api/v1/tickets/:number/status` */
export async function answerChangeStatus(context: Context, deps: ApiDeps): Promise<Response> {
  const action = await readCustomerAction(context, deps);
  if (!action) return problem(context, 'idempotency-key-missing');
  const read = await readJson(context, ChangeStatusRequest);
  if (!read.ok) return read.refusal;
  return answerDone(context, await changeStatus(deps, action, read.request), 200);
}

/** The endpoint in the words of the API’s document. */
export const changeStatusOperation: Operation = {
  endpoint,
  id: 'changeStatus',
  tag: 'Tickets',
  summary: 'Call a ticket solved, or open it again',
  description:
    '`solved` ends the promise; `in-progress` opens a ticket that was solved or closed, and promises an answer anew.',
  security: ['ticketToken', 'shopSession', 'linkSession'],
  parameters: ['ticketNumber', 'idempotencyKey'],
  request: {
    schema: {
      name: 'ChangeStatusRequest',
      schema: ChangeStatusRequest,
      description: 'Where the ticket should stand.',
      fields: { status: { description: '`solved`, or `in-progress` to open it again.' } },
    },
    examples: { 'it is solved': { status: 'solved' }, 'it is not solved after all': { status: 'in-progress' } },
  },
  answers: {
    200: {
      description: 'The ticket stands there now. The same key and body bring the same bytes again.',
      body: {
        schema: {
          name: 'StatusReceipt',
          schema: endpoint.answer,
          description: 'Where a ticket stands now.',
          fields: { number: FIELD.number, status: FIELD.status, answerBy: FIELD.answerBy },
        },
        examples: {
          'it is solved': { number: SAMPLE.number, status: 'solved', answerBy: null },
          'it is open again': { number: SAMPLE.number, status: 'in-progress', answerBy: SAMPLE.answerBy },
        },
      },
    },
  },
  problems: [
    'malformed-json',
    'idempotency-key-missing',
    'not-found',
    'conflict',
    'too-large',
    'unsupported-media-type',
    'invalid-request',
    'idempotency-key-reused',
  ],
};
