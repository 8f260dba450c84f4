import * as z from 'zod/mini';
import { attachmentIds } from './attachment-ids.ts';
import { LIMITS } from './limits.ts';
import { EMAIL, TICKET_TOKEN } from './shapes.ts';
import { shopIdentity } from './shop-identity.ts';
import { line, text } from './text.ts';
import { OUTAGE_FACTS, TOPICS } from './topic.ts';

/** The body of `POST /tickets`, as the server reads it: strictly. A file of its own, so that no widget carries it. */
export const OpenTicketRequest = z.strictObject({
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
  attachments: attachmentIds,
  diagnostics: z.optional(
    z
      .record(z.string().check(z.regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/)), text(0, LIMITS.diagnostics))
      .check(z.refine((lines) => JSON.stringify(lines).length <= LIMITS.diagnostics, 'too-long')),
  ),
  /** id of the notice that the ticket is about; one that is not told to this shop now links nothing and refuses nothing */
  notice: z.optional(line(1, 40)),
  /** what the page shows: it decides, as for `shop-status`, whether the notice is about this shop */
  shopVersion: z.optional(line(1, 40)),
  ticketToken: z.string().check(z.regex(TICKET_TOKEN)),
});

export type OpenTicketRequest = z.infer<typeof OpenTicketRequest>;
