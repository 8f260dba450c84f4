import { openTicket as endpoint } from '../../../../contract/tickets/open-ticket.ts';
import { OpenTicketRequest } from '../../../../contract/tickets/open-ticket-request.ts';
import { FIELD, typedLine, typedText } from '../field-words.ts';
import type { Operation } from '../operation.ts';
import { SAMPLE, SAMPLE_SHOP } from '../samples.ts';

const LEAST = {
  ...SAMPLE_SHOP,
  topic: 'configuration',
  subject: 'Darmowa dostawa od 200 zł',
  description: 'Gdzie ustawić próg tylko dla paczkomatów?',
  contact: { email: 'biuro@ksiegarnia-zuraw.pl' },
  ticketToken: SAMPLE.token,
};

export const openTicket: Operation = {
  endpoint,
  id: 'openTicket',
  tag: 'Tickets',
  summary: 'Open a ticket',
  description:
    'An answer of 201 means that the ticket is on the disk. Without an answer, send the same key and body again. Support is judged on arrival; `security` and `renewal` stay open to every recognised shop.',
  security: ['nobody', 'shopSession'],
  parameters: ['idempotencyKey'],
  request: {
    schema: {
      name: 'OpenTicketRequest',
      schema: OpenTicketRequest,
      description: 'A ticket as its writer sends it.',
      fields: {
        supportNumber: FIELD.supportNumber,
        installUrl: FIELD.installUrl,
        topic: FIELD.topic,
        subject: typedLine('What it is about, in a few words.', 3),
        description: typedText('All of it, kept exactly as typed.'),
        contact: { description: 'How to reach the writer.' },
        'contact.email': typedLine('An address we can answer to.'),
        'contact.name': typedLine('The writer’s name.'),
        'contact.phone': typedLine('A number to call.'),
        outage: { description: 'What is down. One fact makes the ticket an outage, which goes first.' },
        'outage.facts': { description: 'What is the case; repeating one changes nothing.' },
        attachments: FIELD.attachments,
        diagnostics: {
          description: 'What helps to find the cause, by a short name; 16,000 characters in all, as JSON.',
        },
        notice: {
          ...typedLine(
            'Id of the notice, as `shop-status` tells it, that the ticket is about: it then gets the answer that all such tickets get. One that is told to this shop no longer changes nothing, and refuses nothing.',
          ),
          examples: ['12'],
        },
        shopVersion: typedLine(
          'The version the page shows: it decides, as for `shop-status`, whether the notice is about this shop.',
        ),
        ticketToken: {
          description:
            'The token that will open this ticket: 256 random bits in base64url, made by you, kept by you. We keep its hash only.',
        },
      },
    },
    examples: {
      'the least': LEAST,
      everything: {
        ...LEAST,
        topic: 'outage',
        contact: { ...LEAST.contact, name: 'Anna Żuraw', phone: '+48 600 100 200' },
        outage: { facts: ['shop-down'] },
        notice: '12',
        shopVersion: '10.4.2',
        attachments: [SAMPLE.uploadId],
        diagnostics: { page: '/zarzadzanie/', shopVersion: '10.4.2', browser: 'Firefox 152' },
      },
    },
  },
  answers: {
    201: {
      description: 'The ticket is stored. The same key and body bring the same bytes again.',
      headers: ['Location'],
      body: {
        schema: {
          name: 'TicketReceipt',
          schema: endpoint.answer,
          description: 'What to remember of a ticket that was opened.',
          fields: {
            number: FIELD.number,
            status: FIELD.status,
            channel: FIELD.channel,
            receivedAt: FIELD.receivedAt,
            answerBy: FIELD.answerBy,
          },
        },
        examples: {
          'a ticket from the panel': {
            number: SAMPLE.number,
            status: 'new',
            channel: 'panel',
            receivedAt: SAMPLE.receivedAt,
            answerBy: SAMPLE.answerBy,
          },
        },
      },
    },
  },
  problems: [
    'malformed-json',
    'idempotency-key-missing',
    'shop-unrecognised',
    'support-expired',
    'not-bought-directly',
    'too-large',
    'unsupported-media-type',
    'invalid-request',
    'idempotency-key-reused',
  ],
};
