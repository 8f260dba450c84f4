import * as z from 'zod/mini';
import { outageFields, ticketFields } from '../tickets/ticket-fields.ts';

/**
 * `POST /api/desk/tickets` with an `Idempotency-Key`: a ticket that an agent writes down, of a call (R10) or of anything else
 * on behalf of a shop, and then holds. The rules are those of every
 * other ticket: 403 `support-expired` or `not-bought-directly` for a topic that is not open to the shop, 404 when there
 * is no such shop.
 */
export const openPhoneTicket = {
  method: 'POST',
  path: '/api/desk/tickets',
  answer: z.object({ number: z.string() }),
};

/** What an agent writes down, as the server reads it: strictly. */
export const OpenPhoneTicketRequest = z.strictObject({
  /** the shop's id in the registry */
  shop: z.number().check(z.int(), z.positive(), z.lte(999_999_999)),
  ...ticketFields,
  /** without an e-mail the caller gets no letters: the link is opened by number and code */
  contact: z.extend(ticketFields.contact, { email: z.union([z.literal(''), ticketFields.contact.shape.email]) }),
  /** an outage by its facts, or by the agent's word alone */
  outage: z.extend(outageFields, { isOutage: z.optional(z.boolean()) }),
});

export type OpenPhoneTicketRequest = z.infer<typeof OpenPhoneTicketRequest>;
