import type { Context } from 'hono';
import { readTicket as endpoint, type Ticket } from '../../contract/tickets/read-ticket.ts';
import { readTicket } from '../../tickets/read-ticket.ts';
import type { ApiDeps } from '../api-deps.ts';
import { count, FIELD } from '../docs/openapi/field-words.ts';
import { SAMPLE_QUESTION } from '../docs/openapi/message-schema.ts';
import type { Operation } from '../docs/openapi/operation.ts';
import { SAMPLE } from '../docs/openapi/samples.ts';
import { pathParameter } from '../http/check-path.ts';
import { problem } from '../http/problem.ts';
import { readCaller } from '../http/read-caller.ts';
import { readLanguage } from '../http/read-language.ts';

/** `GET /api/v1/tickets/:number`. Access is checked before 304 is answered: an `ETag` opens nothing. */
export async function answerReadTicket(context: Context, deps: ApiDeps): Promise<Response> {
  const number = pathParameter(context, 'number');
  const ticket = await readTicket(
    deps.store,
    number,
    await readCaller(context, deps),
    deps.now(),
    readLanguage(context),
  );
  if (!ticket) return problem(context, 'not-found');
  const headers = { ETag: `"${ticket.version}"`, 'Cache-Control': 'private, no-cache', Vary: 'Authorization' };
  // A compressing proxy makes the tag a weak one.
  if (context.req.header('If-None-Match')?.replace(/^W\//, '') === headers.ETag)
    return context.body(null, 304, headers);
  return context.json((await ticket.read()) satisfies Ticket, 200, headers);
}

/** The endpoint in the words of the API’s document. */
export const readTicketOperation: Operation = {
  endpoint,
  id: 'readTicket',
  tag: 'Tickets',
  summary: 'A ticket with its thread',
  description:
    'Ask again with `If-None-Match` as long as somebody looks at it; every five seconds is fine. A ticket that is not yours and one that does not exist get the same 404.',
  security: ['ticketToken', 'shopSession', 'linkSession'],
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
            corrected: FIELD.corrected,
            'corrected.topic': FIELD.correctedTopic,
            'corrected.note': FIELD.correctedNote,
            status: FIELD.status,
            channel: FIELD.channel,
            receivedAt: FIELD.receivedAt,
            waitingSince: FIELD.waitingSince,
            answerBy: FIELD.answerBy,
            followUpAt: FIELD.followUpAt,
            withoutSupport: FIELD.withoutSupport,
            promised: { description: 'Whether we promise to answer what would be written now.' },
            helped: FIELD.helped,
            moves: FIELD.moves,
            seenMessages: count('How many messages of the thread the customer has seen, on whatever computer.'),
            messages: { description: 'The thread, from the first message on.' },
          },
        },
        examples: {
          'a ticket that was answered': {
            number: SAMPLE.number,
            subject: 'Darmowa dostawa od 200 zł',
            topic: 'configuration',
            corrected: null,
            status: 'waiting-for-customer',
            channel: 'panel',
            receivedAt: SAMPLE.receivedAt,
            waitingSince: null,
            answerBy: null,
            followUpAt: null,
            withoutSupport: null,
            promised: true,
            helped: false,
            moves: ['solved'],
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
