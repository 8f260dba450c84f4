import * as z from 'zod/mini';
import { CLOSE_REASONS } from '../lists.ts';

/** The most tickets that one request closes. */
export const MOST_CLOSED = 200;

/**
 * `POST /api/desk/closings` with an `Idempotency-Key`: closes tickets for one reason, without a word to anybody. What
 * changed after `asOf`, when the agent's list was read, is left as it is, as is what is not there. 404 when none of them
 * is there.
 */
export const closeTickets = {
  method: 'POST',
  path: '/api/desk/closings',
  answer: z.object({ closed: z.array(z.string()), left: z.array(z.string()) }),
};

export const CloseTicketsRequest = z.strictObject({
  numbers: z.array(z.string().check(z.regex(/^\d{7,12}$/))).check(z.minLength(1), z.maxLength(MOST_CLOSED)),
  reason: z.enum(CLOSE_REASONS),
  asOf: z.iso.datetime(),
});

export type CloseTicketsRequest = z.infer<typeof CloseTicketsRequest>;
