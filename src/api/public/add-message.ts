import type { Context } from 'hono';
import { replyFromPanel } from '../../channels/panel.ts';
import { addMessage as endpoint } from '../../contract/tickets/message.ts';
import { AddMessageRequest } from '../../contract/tickets/thread-requests.ts';
import type { ApiDeps } from '../api-deps.ts';
import { FIELD, typedText } from '../docs/openapi/field-words.ts';
import { messageSchema, SAMPLE_QUESTION } from '../docs/openapi/message-schema.ts';
import type { Operation } from '../docs/openapi/operation.ts';
import { SAMPLE } from '../docs/openapi/samples.ts';
import { answerDone } from '../http/answer-done.ts';
import { problem } from '../http/problem.ts';
import { readCustomerAction } from '../http/read-caller.ts';
import { readJson } from '../http/read-json.ts';

/** `POST /api/v1/tickets/:number/messages` */
export async function answerAddMessage(context: Context, deps: ApiDeps): Promise<Response> {
  const action = await readCustomerAction(context, deps);
  if (!action) return problem(context, 'idempotency-key-missing');
  const read = await readJson(context, AddMessageRequest);
  if (!read.ok) return read.refusal;
  return answerDone(context, await replyFromPanel(deps, action, read.request), 201);
}

/** The endpoint in the words of the API’s document. */
export const addMessageOperation: Operation = {
  endpoint,
  id: 'addMessage',
  tag: 'Tickets',
  summary: 'Write on in a ticket',
  description: 'A ticket that was solved or closed is opened again by it.',
  security: ['ticketToken', 'shopSession', 'linkSession'],
  parameters: ['ticketNumber', 'idempotencyKey'],
  request: {
    schema: {
      name: 'AddMessageRequest',
      schema: AddMessageRequest,
      description: 'A message as its writer sends it.',
      fields: {
        text: typedText('All of it, kept exactly as typed.'),
        attachments: FIELD.attachments,
        status: {
          description:
            'Left out, the message opens a ticket that was over. `solved`: the ticket is solved with it, and that is said of our solution, in one step.',
        },
      },
    },
    examples: { 'a message with a file': { text: 'Tak to u mnie wygląda.', attachments: [SAMPLE.uploadId] } },
  },
  answers: {
    201: {
      description: 'The message is stored. The same key and body bring the same bytes again.',
      body: { schema: messageSchema, examples: { 'the message': SAMPLE_QUESTION } },
    },
  },
  problems: [
    'malformed-json',
    'idempotency-key-missing',
    'not-found',
    'thread-full',
    'too-large',
    'unsupported-media-type',
    'invalid-request',
    'idempotency-key-reused',
  ],
};
