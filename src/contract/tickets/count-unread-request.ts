import * as z from 'zod/mini';
import { TICKET_TOKEN } from '../shapes.ts';

/** The body of `POST /unread`. Pairs that open no ticket are ignored: their tickets may be long closed. */
export const CountUnreadRequest = z.strictObject({
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
