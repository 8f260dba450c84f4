import { readTicket as endpoint } from '../../../../contract/tickets/read-ticket.ts';
import { count, FIELD } from '../field-words.ts';
import type { Operation } from '../operation.ts';
import { SAMPLE } from '../samples.ts';
import { SAMPLE_QUESTION } from './message-schema.ts';

export const readTicket: Operation = {
  endpoint,
  id: 'readTicket',
  tag: 'Tickets',
  summary: 'A ticket with its thread',
  description:
    'Ask again with `If-None-Match` as long as somebody looks at it; every five seconds is fine. A ticket that is not yours and one that does not exist get the same 404.',
  security: ['ticketToken', 'shopSession'],
  parameters: ['ticketNumber', 'ifNoneMatch'],
  answers: {
    200: {
      description: 'The ticket as it stands.',
      headers: ['ETag'],
      body: {
        schema: {
          name: 'Ticket',
          schema: endpoint.answer,
          description: 'A ticket with its thread.',
          fields: {
            number: FIELD.number,
            subject: FIELD.subject,
            topic: FIELD.topic,
            status: FIELD.status,
            channel: FIELD.channel,
            receivedAt: FIELD.receivedAt,
            answerBy: FIELD.answerBy,
            seenMessages: count('How many messages of the thread the customer has seen, on whatever computer.'),
            messages: { description: 'The thread, from the first message on.' },
          },
        },
        examples: {
          'a ticket that was answered': {
            number: SAMPLE.number,
            subject: 'Darmowa dostawa od 200 zł',
            topic: 'configuration',
            status: 'waiting-for-customer',
            channel: 'panel',
            receivedAt: SAMPLE.receivedAt,
            answerBy: null,
            seenMessages: 1,
            messages: [
              SAMPLE_QUESTION,
              {
                id: `${SAMPLE.number}-2`,
                from: 'agent',
                author: 'Piotr',
                text: 'W menu Wysyłki → Paczkomaty, pole „Darmowa od”.',
                at: '2026-11-23T08:12:30Z',
                attachments: [],
              },
            ],
          },
        },
      },
    },
    304: { description: 'Nothing changed since the `ETag` you sent. No body.', headers: ['ETag'] },
  },
  problems: ['not-found'],
};
