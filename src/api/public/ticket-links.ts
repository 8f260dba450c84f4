import type { Context } from 'hono';
import { LANGUAGES } from '../../contract/lists.ts';
import {
  makeTicketLink as makeEndpoint,
  openTicketLink as openEndpoint,
  restoreTicketLink as restoreEndpoint,
  revokeTicketLinks as revokeEndpoint,
} from '../../contract/tickets/ticket-link.ts';
import {
  MakeTicketLinkRequest,
  OpenTicketLinkRequest,
  RestoreTicketLinkRequest,
} from '../../contract/tickets/ticket-link-requests.ts';
import { openTicketLink } from '../../tickets/open-ticket-link.ts';
import { restoreTicketLink } from '../../tickets/restore-ticket-link.ts';
import { makeTicketLink, revokeLinks } from '../../tickets/ticket-links.ts';
import type { ApiDeps } from '../api-deps.ts';
import { FIELD, instant } from '../docs/openapi/field-words.ts';
import type { Operation } from '../docs/openapi/operation.ts';
import { SAMPLE } from '../docs/openapi/samples.ts';
import { pathParameter } from '../http/check-path.ts';
import { limitTicketCodes } from '../http/limit-route.ts';
import { problem } from '../http/problem.ts';
import { readCaller } from '../http/read-caller.ts';
import { readJson } from '../http/read-json.ts';

/** `POST /api/v1/ticket-links` */
export async function answerOpenTicketLink(context: Context, deps: ApiDeps): Promise<Response> {
  const read = await readJson(context, OpenTicketLinkRequest);
  if (!read.ok) return read.refusal;
  const tried = read.request.code !== undefined ? await limitTicketCodes(context, deps) : null;
  if (tried?.refusal) return tried.refusal;
  const opened = await openTicketLink(deps, read.request);
  if (!opened) return problem(context, 'not-found');
  await tried?.giveBack();
  return context.json(opened, 201, { 'Cache-Control': 'no-store' });
}

/** `POST /api/v1/ticket-links/restore` */
export async function answerRestoreTicketLink(context: Context, deps: ApiDeps): Promise<Response> {
  const read = await readJson(context, RestoreTicketLinkRequest);
  if (!read.ok) return read.refusal;
  await restoreTicketLink(deps, read.request);
  return context.body(null, 202);
}

/** `POST /api/v1/tickets/:number/link` */
export async function answerMakeTicketLink(context: Context, deps: ApiDeps): Promise<Response> {
  const read = await readJson(context, MakeTicketLinkRequest);
  if (!read.ok) return read.refusal;
  const made = await makeTicketLink(deps, pathParameter(context, 'number'), await readCaller(context, deps));
  return made ? context.json(made, 201, { 'Cache-Control': 'no-store' }) : problem(context, 'not-found');
}

/** `DELETE /api/v1/tickets/:number/links` */
export async function answerRevokeTicketLinks(context: Context, deps: ApiDeps): Promise<Response> {
  const isTheirs = await revokeLinks(deps, pathParameter(context, 'number'), await readCaller(context, deps));
  return isTheirs ? context.body(null, 204) : problem(context, 'not-found');
}

/** The endpoint in the words of the API’s document. */
export const openTicketLinkOperation: Operation = {
  endpoint: openEndpoint,
  id: 'openTicketLink',
  tag: 'Links',
  summary: 'Open a ticket by its link or code',
  description:
    'The key stands in the fragment of a mailed link, `/z/#NUMBER.KEY`; a code is told by telephone. Both stay valid: when the session ends, exchange the key again. A wrong one is answered like a ticket that does not exist. Five wrong codes an hour from one address, and fifty at one ticket, are the end of it.',
  security: ['nobody'],
  parameters: [],
  request: {
    schema: {
      name: 'OpenTicketLinkRequest',
      schema: OpenTicketLinkRequest,
      description: 'A ticket’s number with the key of its link, or with its code: one of the two.',
      fields: {
        number: { description: 'The ticket’s number.' },
        key: { description: 'What stands behind the dot in the link.' },
        code: { description: 'The code, in any case, with or without blanks and dashes.' },
      },
    },
    examples: {
      'the key of a link': { number: SAMPLE.number, key: 'ZXhhbXBsZV9saW5rX2tleV9vZl9iaXRz' },
      'a code': { number: SAMPLE.number, code: 'KT4N-7WPC' },
    },
  },
  answers: {
    201: {
      description: 'A session of that ticket.',
      body: {
        schema: {
          name: 'LinkSession',
          schema: openEndpoint.answer,
          description: 'A session of one ticket.',
          fields: {
            session: { description: 'Goes into `Authorization: Bearer`; never into an address or storage.' },
            expiresAt: instant('When it ends.', '2026-11-22T10:00:00Z'),
            number: FIELD.number,
            language: { description: 'The language of the ticket’s letters.', enum: [...LANGUAGES] },
            shop: { description: 'The host of its shop.' },
          },
        },
        examples: {
          'a session': {
            session: 'l_ZXhhbXBsZV9zZXNzaW9uX29mX2FfbGlua18yNTZfYml0',
            expiresAt: '2026-11-22T10:00:00Z',
            number: SAMPLE.number,
            language: 'pl',
            shop: 'www.ksiegarnia-zuraw.pl',
          },
        },
      },
    },
  },
  problems: ['malformed-json', 'not-found', 'too-large', 'unsupported-media-type', 'invalid-request'],
};

/** The endpoint in the words of the API’s document. */
export const restoreTicketLinkOperation: Operation = {
  endpoint: restoreEndpoint,
  id: 'restoreTicketLink',
  tag: 'Links',
  summary: 'Mail the link of a ticket again',
  description:
    'It goes to the contact of the ticket, if that is the address, at most once an hour. The answer is the same whether it fits or not.',
  security: ['nobody'],
  parameters: [],
  request: {
    schema: {
      name: 'RestoreTicketLinkRequest',
      schema: RestoreTicketLinkRequest,
      description: 'Whose link is lost.',
      fields: {
        number: { description: 'The ticket’s number.' },
        email: { description: 'The address that the ticket was sent with.' },
      },
    },
    examples: { 'a lost link': { number: SAMPLE.number, email: 'anna@ksiegarnia-zuraw.pl' } },
  },
  answers: { 202: { description: 'If number and address belong together, the link is on its way. No body.' } },
  problems: ['malformed-json', 'too-large', 'unsupported-media-type', 'invalid-request'],
};

/** The endpoint in the words of the API’s document. */
export const makeTicketLinkOperation: Operation = {
  endpoint: makeEndpoint,
  id: 'makeTicketLink',
  tag: 'Links',
  summary: 'A link to a ticket',
  description: 'Opens this ticket on any computer. Whoever came by a link makes no other.',
  security: ['ticketToken', 'shopSession'],
  parameters: ['ticketNumber'],
  request: {
    schema: {
      name: 'MakeTicketLinkRequest',
      schema: MakeTicketLinkRequest,
      description: 'No fields.',
      fields: {},
    },
    examples: { 'no fields': {} },
  },
  answers: {
    201: {
      description: 'The link. Its key is a secret: it stands in the fragment, which browsers send nowhere.',
      body: {
        schema: {
          name: 'TicketLink',
          schema: makeEndpoint.answer,
          description: 'A link to a ticket.',
          fields: { url: { description: 'The link, whole.' } },
        },
        examples: {
          'a link': { url: `https://pomoc.example/z/#${SAMPLE.number}.ZXhhbXBsZV9saW5rX2tleV9vZl9iaXRz` },
        },
      },
    },
  },
  problems: ['malformed-json', 'not-found', 'too-large', 'unsupported-media-type', 'invalid-request'],
};

/** The endpoint in the words of the API’s document. */
export const revokeTicketLinksOperation: Operation = {
  endpoint: revokeEndpoint,
  id: 'revokeTicketLinks',
  tag: 'Links',
  summary: 'Make all links of a ticket open nothing',
  description:
    'Those that were mailed, those that were made, its code, and the sessions of whoever came by one. Not for whoever came by a link.',
  security: ['ticketToken', 'shopSession'],
  parameters: ['ticketNumber'],
  answers: { 204: { description: 'They open nothing any more. No body.' } },
  problems: ['not-found'],
};
