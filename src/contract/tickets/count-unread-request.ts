import * as z from 'zod/mini';
import { TICKET_TOKEN } from '../shapes.ts';
import { assertionText } from '../shops/requests.ts';

/** The body of `POST /unread`. Pairs that open no ticket count nothing: their tickets may be long closed. */
export const CountUnreadRequest = z.strictObject({
  /** a panel's JWT: it counts for all tickets of its shop and is used up by that, without a session */
  token: z.optional(assertionText),
  tickets: z.optional(
    z
      .array(
        z.strictObject({
          number: z.string().check(z.regex(/^\d{1,16}$/)),
          token: z.string().check(z.regex(TICKET_TOKEN)),
        }),
      )
      .check(z.maxLength(100)),
  ),
});

export type CountUnreadRequest = z.infer<typeof CountUnreadRequest>;
