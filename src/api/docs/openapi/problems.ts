import { TICKET_STATUSES } from '../../../contract/lists.ts';
import { PROBLEMS, type ProblemCode } from '../../../contract/problem.ts';
import { HEADERS_OF_EVERY_ANSWER } from './answer-headers.ts';
import type { ResponseObject } from './document-shape.ts';
import type { JsonSchema } from './operation.ts';
import { FIELD_ERROR_WORDS, PROBLEM_WORDS } from './problem-words.ts';

const PROBLEM_TYPE = 'application/problem+json';

const ALL_CODES = Object.keys(PROBLEMS) as ProblemCode[];

/** Refusals that any request may get. */
export const PROBLEMS_OF_EVERY_REQUEST: readonly ProblemCode[] = ['rate-limited', 'unavailable', 'internal'];

/** Refusals of requests that reach no operation. */
export const PROBLEMS_OF_NO_OPERATION: readonly ProblemCode[] = [
  'malformed-request',
  'foreign-page',
  'forbidden',
  'wrong-password',
  'wrong-proof',
  'proof-needed',
  'second-factor-needed',
  'last-factor',
  'overloaded',
  'list-full',
  'newer-message',
  'follow-up-unfit',
  'method-not-allowed',
  'request-timeout',
  'headers-too-large',
];

/** The schema of all refusals, RFC 9457. */
export const problemSchema: JsonSchema = {
  type: 'object',
  description:
    'Why a request was refused (RFC 9457). Go by `code`: words for people are the client’s. Equal refusals are equal byte for byte; the id of the request is the header `X-Request-Id`.',
  properties: {
    type: { type: 'string', const: 'about:blank', description: 'Always `about:blank`.' },
    title: { type: 'string', description: 'The reason in short English, for logs.' },
    status: { type: 'integer', description: 'The HTTP status.', enum: [...new Set(ALL_CODES.map(statusOf))] },
    code: { type: 'string', description: 'The reason.', enum: ALL_CODES },
    errors: {
      type: 'array',
      description: 'With `invalid-request`: each field that is not as it should be.',
      items: { $ref: '#/components/schemas/FieldError' },
    },
    lastDay: { type: 'string', format: 'date', description: 'With `support-expired`: the last day of support.' },
    firstDay: {
      type: 'string',
      format: 'date',
      description: 'With `support-expired`: the day on which support begins, where it has not.',
    },
    ticketStatus: {
      type: 'string',
      enum: [...TICKET_STATUSES],
      description: 'With `conflict` about a ticket: where it stands by now.',
    },
    contacts: {
      type: 'object',
      description:
        'With `rate-limited` and `sender-blocked` for a ticket: the other ways to us. The telephone is there where the ticket may be an outage: show it.',
      properties: {
        email: { type: 'string', description: 'The e-mail address.' },
        phone: { type: ['string', 'null'], description: 'The telephone, for outages only.' },
      },
    },
    opening: {
      type: 'object',
      description: 'Beside the telephone: when somebody answers it, as in `shop-status`.',
      properties: {
        openNow: { type: 'boolean', description: 'Whether the office is open now.' },
        text: { type: 'string', description: 'Its hours, in the language asked for.' },
        nextOpening: {
          type: ['string', 'null'],
          format: 'date-time',
          description: 'When it opens next; null while it is open.',
        },
      },
    },
    received: {
      type: 'integer',
      minimum: 0,
      description: 'With `conflict` about an upload: from which byte to go on.',
    },
  },
  required: ['type', 'title', 'status', 'code'],
};

/** The schema of one invalid field. */
export const fieldErrorSchema: JsonSchema = {
  type: 'object',
  description: 'A field and what is wrong with it.',
  properties: {
    path: {
      type: 'string',
      description: 'The field by its dotted path, or the name of a header; empty for the body as a whole.',
      examples: ['contact.email'],
    },
    code: {
      type: 'string',
      enum: Object.keys(FIELD_ERROR_WORDS),
      description: `${Object.entries(FIELD_ERROR_WORDS)
        .map(([code, words]) => `\`${code}\`: ${words}`)
        .join('; ')}.`,
    },
    text: { type: 'string', description: 'At the registry only: the same in Polish, for people.' },
  },
  required: ['path', 'code'],
};

/** The responses by status for these codes, each code with an example of its own. */
export function problemResponses(codes: readonly ProblemCode[]): Record<string, ResponseObject> {
  const byStatus = Map.groupBy(codes, statusOf);
  return Object.fromEntries([...byStatus].map(([status, group]) => [String(status), problemResponse(group)]));
}

/** The response for codes of one status. */
export function problemResponse(codes: readonly ProblemCode[]): ResponseObject {
  const mayRetry = codes.some((code) => [429, 503].includes(statusOf(code)));
  const headers = [...HEADERS_OF_EVERY_ANSWER, ...(mayRetry ? ['Retry-After'] : [])];
  const only: JsonSchema = {
    type: 'object',
    properties: { code: { type: 'string', enum: [...codes] } },
    required: ['code'],
  };
  return {
    description: codes.map((code) => `\`${code}\`: ${PROBLEM_WORDS[code].words}`).join('\n\n'),
    headers: Object.fromEntries(headers.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
    content: {
      [PROBLEM_TYPE]: {
        schema: { allOf: [{ $ref: '#/components/schemas/Problem' }, only] },
        examples: Object.fromEntries(codes.map((code) => [code, { value: problemExample(code) }])),
      },
    },
  };
}

function problemExample(code: ProblemCode): object {
  const { status, title } = PROBLEMS[code];
  return { type: 'about:blank', title, status, code, ...PROBLEM_WORDS[code].details };
}

function statusOf(code: ProblemCode): number {
  return PROBLEMS[code].status;
}
