import type { Context } from 'hono';
import { markSeen as endpoint } from '../../contract/tickets/change-ticket.ts';
import { MarkSeenRequest } from '../../contract/tickets/thread-requests.ts';
import { markSeen } from '../../tickets/mark-seen.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { Operation } from '../docs/openapi/operation.ts';
import { pathParameter } from '../http/check-path.ts';
import { problem } from '../http/problem.ts';
import { readCaller } from '../http/read-caller.ts';
import { readJson } from '../http/read-json.ts';

/** `POST /api/v1/tickets/:number/seen` */
export async function answerMarkSeen(context: Context, deps: ApiDeps): Promise<Response> {
  const read = await readJson(context, MarkSeenRequest);
  if (!read.ok) return read.refusal;
  const number = pathParameter(context, 'number');
  const isTheirs = await markSeen(deps, number, await readCaller(context, deps), read.request);
  return isTheirs ? context.body(null, 204) : problem(context, 'not-found');
}

/** The endpoint in the words of the API’s document. */
export const markSeenOperation: Operation = {
  endpoint,
  id: 'markSeen',
  tag: 'Tickets',
  summary: 'Say how far the customer has read',
  description: 'The mark only ever goes up, so that sending it twice or late does no harm.',
  security: ['ticketToken', 'shopSession', 'linkSession'],
  parameters: ['ticketNumber'],
  request: {
    schema: {
      name: 'MarkSeenRequest',
      schema: MarkSeenRequest,
      description: 'How far the customer has read.',
      fields: {
        messages: { description: 'How many messages of the thread, counted from the first.' },
        attended: {
          description:
            'The idempotency key of the last customer message, from the browser that wrote it, while the thread is visible, focused and used: a reply that is read so at once is not mailed, too.',
        },
      },
    },
    examples: { 'the first two': { messages: 2 } },
  },
  answers: { 204: { description: 'Noted. No body.' } },
  problems: ['malformed-json', 'not-found', 'too-large', 'unsupported-media-type', 'invalid-request'],
};
