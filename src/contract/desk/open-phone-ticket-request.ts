import * as z from 'zod/mini';
import { LIMITS } from '../limits.ts';
import { EMAIL } from '../shapes.ts';
import { line, text } from '../text.ts';
import { OUTAGE_FACTS, TOPICS } from '../topic.ts';

/** A call as an agent wrote it down, as the server reads it: strictly. */
export const OpenPhoneTicketRequest = z.strictObject({
  /** the shop's id in the registry */
  shop: z.number().check(z.int(), z.positive(), z.lte(999_999_999)),
  topic: z.enum(TOPICS),
  subject: line(3, LIMITS.subject),
  description: text(1, LIMITS.description),
  contact: z.strictObject({
    email: line(1, LIMITS.email).check(z.regex(EMAIL)),
    name: z.optional(line(1, LIMITS.name)),
    phone: z.optional(line(1, LIMITS.phone)),
  }),
  outage: z.strictObject({ facts: z.array(z.enum(OUTAGE_FACTS)).check(z.maxLength(4)) }),
});

export type OpenPhoneTicketRequest = z.infer<typeof OpenPhoneTicketRequest>;
