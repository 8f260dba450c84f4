import type { Context } from 'hono';
import { openPanelTicket } from '../../channels/panel.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import { openTicket as endpoint } from '../../contract/tickets/open-ticket.ts';
import { OpenTicketRequest } from '../../contract/tickets/open-ticket-request.ts';
import type { NotOpened } from '../../tickets/open-ticket.ts';
import type { ApiDeps } from '../api-deps.ts';
import { FIELD, typedLine, typedText } from '../docs/openapi/field-words.ts';
import type { Operation } from '../docs/openapi/operation.ts';
import { SAMPLE, SAMPLE_SHOP } from '../docs/openapi/samples.ts';
import { answerDone } from '../http/answer-done.ts';
import { senderAddress } from '../http/client-address.ts';
import { problem } from '../http/problem.ts';
import { readCaller, readIdempotencyKey } from '../http/read-caller.ts';
import { readJson } from '../http/read-json.ts';
import { readLanguage } from '../http/read-language.ts';
import { waysToUs } from '../http/ways-to-us.ts';

/** `POST /api/v1/tickets` */
export async function answerOpenTicket(context: Context, deps: ApiDeps): Promise<Response> {
  const idempotencyKey = readIdempotencyKey(context);
  if (!idempotencyKey) return problem(context, 'idempotency-key-missing');
  const read = await readJson(context, OpenTicketRequest);
  if (!read.ok) return read.refusal;
  const caller = await readCaller(context, deps);
  const origin = context.req.header('Origin') ?? null;
  const language = readLanguage(context);
  const address = senderAddress(context, deps);
  const sent = { request: read.request, idempotencyKey, origin, caller, language, address };
  const outcome = await openPanelTicket(deps, sent);
  if (outcome.outcome === 'refused' && isNotTakenNow(outcome.code)) return refuse(context, deps, outcome, read.request);
  return answerDone(context, outcome, 201, ({ number }) => ({ Location: `${endpoint.path}/${number}` }));
}

/** Refusals that say nothing about the ticket: the person may reach us another way. */
function isNotTakenNow(code: ProblemCode): boolean {
  return code === 'rate-limited' || code === 'sender-blocked';
}

async function refuse(
  context: Context,
  deps: ApiDeps,
  { code, retryAfterSeconds }: NotOpened,
  { outage }: OpenTicketRequest,
): Promise<Response> {
  if (retryAfterSeconds !== undefined) context.header('Retry-After', String(retryAfterSeconds));
  const mayBeOutage = (outage?.facts ?? []).length > 0;
  return problem(context, code, await waysToUs(context, deps, { mayBeOutage }));
}

const LEAST = {
  ...SAMPLE_SHOP,
  topic: 'configuration',
  subject: 'Darmowa dostawa od 200 zł',
  description: 'Gdzie ustawić próg tylko dla paczkomatów?',
  contact: { email: 'biuro@ksiegarnia-zuraw.pl' },
  ticketToken: SAMPLE.token,
};

/** The endpoint in the words of the API’s document. */
export const openTicketOperation: Operation = {
  endpoint,
  id: 'openTicket',
  tag: 'Tickets',
  summary: 'Open a ticket',
  description:
    'An answer of 201 means that the ticket is on the disk. Without an answer, send the same key and body again. Support is judged on arrival; `security` and `renewal` stay open to every recognised shop. A shop may require its session (`signature` of `shop-status`).',
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
        fromOtherShop: {
          description:
            'Send it where `shop-status` said `origin: "other-shop"`, once the person knows and wants to go on. The ticket counts as one of a form, is not proven, and is marked for our agents. Elsewhere it changes nothing.',
        },
        vouchedBy: {
          description:
            'An earlier ticket of the same shop that the sender holds the token of. Where an agent said of that one that it is the shop, this one is proven, too; anywhere else it changes nothing.',
        },
        'vouchedBy.number': { description: 'Its number.', examples: [SAMPLE.number] },
        'vouchedBy.token': { description: 'Its token.' },
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
    'shop-mismatch',
    'signature-required',
    'sender-blocked',
    'support-expired',
    'not-bought-directly',
    'too-large',
    'unsupported-media-type',
    'invalid-request',
    'idempotency-key-reused',
  ],
};
