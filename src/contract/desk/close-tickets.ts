import * as z from 'zod/mini';
import { CLOSE_REASONS } from '../lists.ts';

/** The most tickets that one request closes. */
export const MOST_CLOSED = 200;

/**
 * How long a closing can be undone, in minutes: long enough to notice that it was the wrong shop, short enough that a disk
 * which somebody filled is soon empty. Files of abuse keep their bytes so long, though nobody sees them and no quota counts
 * them.
 */
export const CLOSING_UNDO_MINUTES = 30;

/**
 * `POST /api/desk/closings` with an `Idempotency-Key`: closes tickets for one reason, without a word to anybody. What
 * changed after `asOf`, when the agent's list was read, is left as it is, as is what is not there. 404 when none of them
 * is there.
 */
export const closeTickets = {
  method: 'POST',
  path: '/api/desk/closings',
  answer: z.object({
    closed: z.array(z.string()),
    left: z.array(z.string()),
    /** the id by which it is undone, and until when; missing where nothing was closed */
    undo: z.optional(z.object({ closing: z.number(), until: z.string() })),
  }),
};

/**
 * `POST /api/desk/closings/:closing/undo`, without fields (`{}`): each ticket that is closed since then is again what it
 * was before, promise and files included. `left` are those in which something else happened; their files are back too.
 * Again is the same. 409 `conflict` once the time is over.
 */
export const undoClosing = {
  method: 'POST',
  path: '/api/desk/closings/:closing/undo',
  answer: z.object({ restored: z.array(z.string()), left: z.array(z.string()) }),
};

export const UndoClosingRequest = z.strictObject({});

export const CloseTicketsRequest = z.strictObject({
  numbers: z.array(z.string().check(z.regex(/^\d{7,12}$/))).check(z.minLength(1), z.maxLength(MOST_CLOSED)),
  reason: z.enum(CLOSE_REASONS),
  asOf: z.iso.datetime(),
});

export type TicketsClosed = z.infer<typeof closeTickets.answer>;

export type CloseTicketsRequest = z.infer<typeof CloseTicketsRequest>;
