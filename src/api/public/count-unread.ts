import type { Context } from 'hono';
import { countUnread as endpoint } from '../../contract/tickets/count-unread.ts';
import { CountUnreadRequest } from '../../contract/tickets/count-unread-request.ts';
import { countUnread } from '../../tickets/count-unread.ts';
import type { ApiDeps } from '../api-deps.ts';
import { count } from '../docs/openapi/field-words.ts';
import type { Operation } from '../docs/openapi/operation.ts';
import { SAMPLE } from '../docs/openapi/samples.ts';
import { readCaller } from '../http/read-caller.ts';
import { readJson } from '../http/read-json.ts';

/** `POST /api/v1/unread` */
export async function answerCountUnread(context: Context, deps: ApiDeps): Promise<Response> {
  const read = await readJson(context, CountUnreadRequest);
  if (!read.ok) return read.refusal;
  const caller = await readCaller(context, deps);
  return context.json({ unread: await countUnread(deps.store, caller, read.request, deps.now()) });
}

/** The endpoint in the words of the API’s document. */
export const countUnreadOperation: Operation = {
  endpoint,
  id: 'countUnread',
  tag: 'Tickets',
  summary: 'How many answers wait to be seen',
  description:
    'In the tickets named, each by its own token; with a session, in all tickets of its shop, whatever the body names. Ask once a minute at most.',
  security: ['nobody', 'shopSession'],
  parameters: [],
  request: {
    schema: {
      name: 'CountUnreadRequest',
      schema: CountUnreadRequest,
      description: 'Tickets to look at.',
      fields: {
        tickets: { description: 'Pairs that open nothing count nothing.' },
        'tickets.number': { description: 'The ticket’s number.', examples: [SAMPLE.number] },
        'tickets.token': { description: 'Its token.' },
      },
    },
    examples: { 'one ticket': { tickets: [{ number: SAMPLE.number, token: SAMPLE.token }] }, 'with a session': {} },
  },
  answers: {
    200: {
      description: 'The number of answers.',
      body: {
        schema: {
          name: 'UnreadCount',
          schema: endpoint.answer,
          description: 'How many answers wait to be seen.',
          fields: { unread: count('Answers that the customer has not seen yet.') },
        },
        examples: { 'two answers': { unread: 2 } },
      },
    },
  },
  problems: ['malformed-json', 'too-large', 'unsupported-media-type', 'invalid-request'],
};
