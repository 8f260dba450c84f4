import { listTickets as endpoint } from '../../../../contract/tickets/list-tickets.ts';
import { count, FIELD } from '../field-words.ts';
import type { Operation } from '../operation.ts';
import { SAMPLE } from '../samples.ts';

export const listTickets: Operation = {
  endpoint,
  id: 'listTickets',
  tag: 'Tickets',
  summary: 'All tickets of a shop',
  description: 'The newest first, fifty a page.',
  security: ['shopSession'],
  parameters: ['cursor'],
  answers: {
    200: {
      description: 'A page of tickets.',
      body: {
        schema: {
          name: 'TicketList',
          schema: endpoint.answer,
          description: 'A page of a shop’s tickets.',
          fields: {
            tickets: { description: 'The tickets, the newest first.' },
            'tickets.number': FIELD.number,
            'tickets.subject': FIELD.subject,
            'tickets.status': FIELD.status,
            'tickets.receivedAt': FIELD.receivedAt,
            'tickets.answerBy': FIELD.answerBy,
            'tickets.unread': count('Answers that the customer has not seen yet.'),
            next: { description: 'The `cursor` of the next page; null on the last.' },
          },
        },
        examples: {
          'the last page': {
            tickets: [
              {
                number: SAMPLE.number,
                subject: 'Darmowa dostawa od 200 zł',
                status: 'new',
                receivedAt: SAMPLE.receivedAt,
                answerBy: SAMPLE.answerBy,
                unread: 0,
              },
            ],
            next: null,
          },
        },
      },
    },
  },
  problems: ['unauthorised', 'invalid-request'],
};
