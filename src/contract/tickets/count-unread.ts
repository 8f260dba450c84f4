import * as z from 'zod/mini';

/** `POST /unread`: how many replies are unread, in the named tickets or in all of the session's shop. */
export const countUnread = { method: 'POST', path: '/api/v1/unread', answer: z.object({ unread: z.number() }) };
