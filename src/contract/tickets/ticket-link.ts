import * as z from 'zod/mini';
import type { Language } from '../lists.ts';
import { openEnum } from '../open-enum.ts';

/**
 * `POST /ticket-links`: exchanges the key of a mailed link, or a code from the telephone, for a session of that ticket. 404
 * for a wrong one as for a ticket that does not exist.
 */
export const openTicketLink = {
  method: 'POST',
  path: '/api/v1/ticket-links',
  answer: z.object({
    /** goes into `Authorization: Bearer`; never into an address or storage */
    session: z.string(),
    expiresAt: z.string(),
    number: z.string(),
    /** the language of its letters */
    language: openEnum<Language>(),
    /** the host of its shop */
    shop: z.string(),
  }),
};

export type OpenedLink = z.infer<typeof openTicketLink.answer>;

/** `POST /ticket-links/restore`: mails the link to the contact of the ticket, if that is the address. 202, whatever it is. */
export const restoreTicketLink = { method: 'POST', path: '/api/v1/ticket-links/restore' };

/** `POST /tickets/:number/link`, without fields: a link that opens the ticket. Not for who came by one. */
export const makeTicketLink = {
  method: 'POST',
  path: '/api/v1/tickets/:number/link',
  answer: z.object({ url: z.string() }),
};

/** `DELETE /tickets/:number/links`: all links of the ticket open nothing any more, at once. 204. Not for who came by one. */
export const revokeTicketLinks = { method: 'DELETE', path: '/api/v1/tickets/:number/links' };
