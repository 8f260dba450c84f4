import { markSeen as endpoint } from '../../../../contract/tickets/mark-seen.ts';
import { MarkSeenRequest } from '../../../../contract/tickets/mark-seen-request.ts';
import type { Operation } from '../operation.ts';

export const markSeen: Operation = {
  endpoint,
  id: 'markSeen',
  tag: 'Tickets',
  summary: 'Say how far the customer has read',
  description: 'The mark only ever goes up, so that sending it twice or late does no harm.',
  security: ['ticketToken', 'shopSession'],
  parameters: ['ticketNumber'],
  request: {
    schema: {
      name: 'MarkSeenRequest',
      schema: MarkSeenRequest,
      description: 'How far the customer has read.',
      fields: { messages: { description: 'How many messages of the thread, counted from the first.' } },
    },
    examples: { 'the first two': { messages: 2 } },
  },
  answers: { 204: { description: 'Noted. No body.' } },
  problems: ['malformed-json', 'not-found', 'too-large', 'unsupported-media-type', 'invalid-request'],
};
