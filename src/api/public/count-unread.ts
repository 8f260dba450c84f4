import type { Context } from 'hono';
import { countUnread as endpoint } from '../../contract/tickets/count-unread.ts';
import { CountUnreadRequest } from '../../contract/tickets/count-unread-request.ts';
import { useAssertion } from '../../identity/use-assertion.ts';
import { countUnread, countUnreadOfShop } from '../../tickets/count-unread.ts';
import type { ApiDeps } from '../api-deps.ts';
import { count } from '../docs/openapi/field-words.ts';
import type { Operation } from '../docs/openapi/operation.ts';
import { SAMPLE, SAMPLE_ASSERTION } from '../docs/openapi/samples.ts';
import { problem } from '../http/problem.ts';
import { readCaller } from '../http/read-caller.ts';
import { readJson } from '../http/read-json.ts';

/** `POST /api/v1/unread` */
export async function answerCountUnread(context: Context, deps: ApiDeps): Promise<Response> {
  const read = await readJson(context, CountUnreadRequest);
  if (!read.ok) return read.refusal;
  const { token } = read.request;
  if (token) {
    const counted = await useAssertion(deps, token, (transaction, { id }) => countUnreadOfShop(transaction, id));
    // Never 0, which would take a number away that is still true.
    return counted ? context.json(counted) : problem(context, 'unauthorised');
  }
  const caller = await readCaller(context, deps);
  return context.json(
    caller.kind === 'session'
      ? await countUnreadOfShop(deps.store, caller.shopId)
      : await countUnread(deps.store, read.request, deps.now()),
  );
}

/** The endpoint in the words of the API’s document. */
export const countUnreadOperation: Operation = {
  endpoint,
  id: 'countUnread',
  tag: 'Tickets',
  summary: 'How many answers wait to be seen',
  description:
    'In the tickets named, each by its own token; with a session, or with the JWT of a panel, in all tickets of its shop, whatever else the body names. The JWT is used up, and no session is opened. Ask once a minute at most.',
  security: ['nobody', 'shopSession'],
  parameters: [],
  request: {
    schema: {
      name: 'CountUnreadRequest',
      schema: CountUnreadRequest,
      description: 'Tickets to look at.',
      fields: {
        token: { description: 'The JWT that a panel signs, as for `POST /session`.' },
        tickets: { description: 'Pairs that open nothing count nothing.' },
        'tickets.number': { description: 'The ticket’s number.', examples: [SAMPLE.number] },
        'tickets.token': { description: 'Its token.' },
      },
    },
    examples: {
      'one ticket': { tickets: [{ number: SAMPLE.number, token: SAMPLE.token }] },
      'with a session': {},
      'with a signed token': { token: SAMPLE_ASSERTION },
    },
  },
  answers: {
    200: {
      description: 'The number of answers.',
      body: {
        schema: {
          name: 'UnreadCount',
          schema: endpoint.answer,
          description: 'How many answers wait to be seen.',
          fields: {
            unread: count('Answers that the customer has not seen yet.'),
            ticket: { description: 'The only ticket that has some; null where there is none, or several have.' },
            closed: {
              description: 'Of the tickets named, those that get no more answers: there is no need to ask again.',
            },
          },
        },
        examples: { 'two answers': { unread: 2, ticket: SAMPLE.number, closed: [] } },
      },
    },
  },
  problems: ['malformed-json', 'unauthorised', 'too-large', 'unsupported-media-type', 'invalid-request'],
};
