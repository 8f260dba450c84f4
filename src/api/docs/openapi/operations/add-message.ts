import { addMessage as endpoint } from '../../../../contract/tickets/add-message.ts';
import { AddMessageRequest } from '../../../../contract/tickets/add-message-request.ts';
import { FIELD, typedText } from '../field-words.ts';
import type { Operation } from '../operation.ts';
import { SAMPLE } from '../samples.ts';
import { messageSchema, SAMPLE_QUESTION } from './message-schema.ts';

export const addMessage: Operation = {
  endpoint,
  id: 'addMessage',
  tag: 'Tickets',
  summary: 'Write on in a ticket',
  description: 'A ticket that was solved or closed is opened again by it.',
  security: ['ticketToken', 'shopSession'],
  parameters: ['ticketNumber', 'idempotencyKey'],
  request: {
    schema: {
      name: 'AddMessageRequest',
      schema: AddMessageRequest,
      description: 'A message as its writer sends it.',
      fields: { text: typedText('All of it, kept exactly as typed.'), attachments: FIELD.attachments },
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
