import type { Context } from 'hono';
import { listTickets as endpoint } from '../../contract/tickets/list-tickets.ts';
import { listTickets } from '../../tickets/list-tickets.ts';
import type { ApiDeps } from '../api-deps.ts';
import { count, FIELD } from '../docs/openapi/field-words.ts';
import type { Operation } from '../docs/openapi/operation.ts';
import { SAMPLE } from '../docs/openapi/samples.ts';
import { problem } from '../http/problem.ts';
import { readCaller } from '../http/read-caller.ts';
import { readLanguage } from '../http/read-language.ts';

/** `GET /api/v1/tickets` */
export async function answerListTickets(context: Context, deps: ApiDeps): Promise<Response> {
  const caller = await readCaller(context, deps);
  if (caller.kind !== 'session') return problem(context, 'unauthorised');
  const cursor = context.req.query('cursor') ?? null;
  if (cursor !== null && !isCursor(cursor)) {
    return problem(context, 'invalid-request', { errors: [{ path: 'cursor', code: 'wrong-format' }] });
  }
  return context.json(await listTickets(deps.store, caller.shopId, cursor, readLanguage(context)), 200, {
    'Cache-Control': 'private, no-cache',
  });
}

/** Whether a text can be the sequence of a ticket: digits, within the column's range. */
function isCursor(text: string): boolean {
  return /^\d{1,10}$/.test(text) && Number(text) <= 0x7fff_ffff;
}

/** The endpoint in the words of the API’s document. */
export const listTicketsOperation: Operation = {
  endpoint,
  id: 'listTickets',
  tag: 'Tickets',
  summary: 'All tickets of a shop',
  description:
    'The newest first, fifty a page. Before the first page stand older tickets that wait for the shop or have unseen answers.',
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
            tickets: { description: 'The tickets. The last one is the oldest of the page.' },
            'tickets.number': FIELD.number,
            'tickets.subject': FIELD.subject,
            'tickets.corrected': FIELD.corrected,
            'tickets.corrected.topic': FIELD.correctedTopic,
            'tickets.corrected.note': FIELD.correctedNote,
            'tickets.status': FIELD.status,
            'tickets.receivedAt': FIELD.receivedAt,
            'tickets.waitingSince': FIELD.waitingSince,
            'tickets.answerBy': FIELD.answerBy,
            'tickets.followUpAt': FIELD.followUpAt,
            'tickets.withoutSupport': FIELD.withoutSupport,
            'tickets.moves': FIELD.moves,
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
                corrected: null,
                status: 'new',
                receivedAt: SAMPLE.receivedAt,
                waitingSince: SAMPLE.receivedAt,
                answerBy: SAMPLE.answerBy,
                followUpAt: null,
                withoutSupport: null,
                moves: ['solved'],
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
