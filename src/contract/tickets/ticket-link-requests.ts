import * as z from 'zod/mini';
import { LIMITS } from '../limits.ts';
import { EMAIL } from '../shapes.ts';
import { plain } from '../text.ts';

/** Not checked further: a number with a typing error is answered like a missing one. */
const number = z.string().check(z.regex(/^\d{1,16}$/));

/** The body of `POST /ticket-links`: the ticket with its key, or with a code; one of the two. */
export const OpenTicketLinkRequest = z
  .strictObject({
    number,
    key: z.optional(z.string().check(z.regex(/^[\w-]{32}$/))),
    code: z.optional(plain(8, 20)),
  })
  .check(
    z.refine(({ key, code }) => (key === undefined) !== (code === undefined), { path: ['key'], error: 'required' }),
  );

export type OpenTicketLinkRequest = z.infer<typeof OpenTicketLinkRequest>;

/** The body of `POST /ticket-links/restore`. */
export const RestoreTicketLinkRequest = z.strictObject({
  number,
  email: plain(1, LIMITS.email).check(z.regex(EMAIL)),
});

export type RestoreTicketLinkRequest = z.infer<typeof RestoreTicketLinkRequest>;

/** The body of `POST /tickets/:number/link`. */
export const MakeTicketLinkRequest = z.strictObject({});
