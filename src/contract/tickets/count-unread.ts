import * as z from 'zod/mini';

/** `POST /unread`: how many replies are unread, in the named tickets or in all of a shop. */
export const countUnread = {
  method: 'POST',
  path: '/api/v1/unread',
  answer: z.object({
    unread: z.number(),
    /** the only ticket that has some, by the number that was named; null when there is none, or several have */
    ticket: z.nullable(z.string()),
    /** of the named tickets, those that get no more replies: they are closed, or open nothing */
    closed: z.array(z.string()),
  }),
};

export type UnreadCount = z.infer<typeof countUnread.answer>;
