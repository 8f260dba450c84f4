import * as z from 'zod/mini';
import { shopIdentity } from './shop-identity.ts';
import { line, text } from './text.ts';
import { isTicketNumber } from './ticket-number.ts';
import { OUTAGE_FACTS, TOPICS } from './topic.ts';

/** Good enough to answer to: one `@`, a host with a dot. Whether it is read, only an answer can tell. Linear time. */
export const EMAIL = /^[^\s@<>,;:"()]+@[^\s@<>,;:"().]+(?:\.[^\s@<>,;:"().]+)+$/;

/** Longest texts the form and the API take, in UTF-16 code units, as `maxlength` counts. */
export const LIMITS = {
  subject: 200,
  description: 20_000,
  email: 254,
  phone: 40,
  name: 100,
  diagnostics: 16_000,
} as const;

/** `POST /tickets`: opens one ticket. Needs an `Idempotency-Key`; the same key and body bring the same bytes again. */
export const openTicket = {
  method: 'POST',
  path: '/api/v1/tickets',
  request: z.strictObject({
    ...shopIdentity,
    topic: z.enum(TOPICS),
    subject: line(3, LIMITS.subject),
    description: text(1, LIMITS.description),
    contact: z.strictObject({
      email: line(1, LIMITS.email).check(z.regex(EMAIL)),
      name: z.optional(line(1, LIMITS.name)),
      phone: z.optional(line(1, LIMITS.phone)),
    }),
    outage: z.optional(z.strictObject({ facts: z.array(z.enum(OUTAGE_FACTS)).check(z.maxLength(4)) })),
    diagnostics: z.optional(
      z
        .record(z.string().check(z.regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/)), text(0, LIMITS.diagnostics))
        .check(z.refine((lines) => JSON.stringify(lines).length <= LIMITS.diagnostics, 'too-long')),
    ),
    /** 256 random bits made by the browser, base64url. The server keeps its hash only. */
    ticketToken: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  }),
  answer: z.object({
    number: z.string().check(z.refine(isTicketNumber)),
    status: z.string(),
    channel: z.string(),
    receivedAt: z.string(),
    answerBy: z.nullable(z.string()),
  }),
};

export type OpenTicketRequest = z.infer<typeof openTicket.request>;
export type TicketReceipt = z.infer<typeof openTicket.answer>;

/** What an `Idempotency-Key` looks like: 16 to 255 visible ASCII characters. */
export const IDEMPOTENCY_KEY = /^[\x21-\x7e]{16,255}$/;
