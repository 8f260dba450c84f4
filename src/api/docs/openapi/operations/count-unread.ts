import { countUnread as endpoint } from '../../../../contract/tickets/count-unread.ts';
import { CountUnreadRequest } from '../../../../contract/tickets/count-unread-request.ts';
import { count } from '../field-words.ts';
import type { Operation } from '../operation.ts';
import { SAMPLE } from '../samples.ts';

export const countUnread: Operation = {
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
