import * as z from 'zod/mini';
import { LIMITS } from '../limits.ts';
import { OUTAGE_FACTS, TOPICS } from '../lists.ts';
import { EMAIL } from '../shapes.ts';
import { line, personName, plain, text } from '../text.ts';

/** The fields of a ticket from any channel: typed in a panel, or by an agent on the phone. */
export const ticketFields = {
  topic: z.enum(TOPICS),
  subject: line(3, LIMITS.subject),
  description: text(1, LIMITS.description),
  contact: z.strictObject({
    email: plain(1, LIMITS.email).check(z.regex(EMAIL)),
    name: z.optional(personName(LIMITS.name)),
    phone: z.optional(plain(1, LIMITS.phone)),
  }),
};

/** The outage facts of a ticket. */
export const outageFields = z.strictObject({ facts: z.array(z.enum(OUTAGE_FACTS)).check(z.maxLength(4)) });
