import { SAMPLE } from './samples.ts';

const text = { type: 'string' } as const;

/** Headers of responses. */
export const ANSWER_HEADERS = {
  'X-Request-Id': {
    description: 'The id of this request, which the log has too. Tell it to whoever looks for a fault.',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  },
  Location: {
    description: 'The ticket that was opened.',
    required: true,
    schema: { type: 'string', format: 'uri-reference' },
  },
  ETag: {
    description: 'This state of the ticket; send it back as `If-None-Match`.',
    required: true,
    schema: text,
    example: `"${SAMPLE.number}-4"`,
  },
  RateLimit: {
    description: 'What is left of the tightest limit, and in how many seconds it starts anew: `"name";r=…;t=…`.',
    required: false,
    schema: text,
  },
  'RateLimit-Policy': {
    description: 'The tightest limit: so many requests in so many seconds, `"name";q=…;w=…`.',
    required: false,
    schema: text,
  },
  'Retry-After': {
    description: 'Seconds after which to try again.',
    required: true,
    schema: { type: 'integer', minimum: 1 },
  },
  'Content-Disposition': {
    description: 'Always `attachment`, with the name the sender gave (RFC 6266).',
    required: true,
    schema: text,
  },
} as const;

export type AnswerHeaderName = keyof typeof ANSWER_HEADERS;

/** The headers of every response, also of refusals. */
export const HEADERS_OF_EVERY_ANSWER: readonly AnswerHeaderName[] = ['X-Request-Id', 'RateLimit', 'RateLimit-Policy'];
