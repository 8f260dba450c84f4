import * as z from 'zod/mini';
import { outageFields, ticketFields } from '../tickets/ticket-fields.ts';

/**
 * `POST /api/desk/tickets` with an `Idempotency-Key`: records a call as a ticket (R10). The rules are those of every
 * other ticket: 403 `support-expired` or `not-bought-directly` for a topic that is not open to the shop, 404 when there
 * is no such shop.
 */
export const openPhoneTicket = {
  method: 'POST',
  path: '/api/desk/tickets',
  answer: z.object({ number: z.string() }),
};

/** A call recorded by an agent, as the server reads it: strictly. */
export const OpenPhoneTicketRequest = z.strictObject({
  /** the shop's id in the registry */
  shop: z.number().check(z.int(), z.positive(), z.lte(999_999_999)),
  ...ticketFields,
  /** without an e-mail the caller gets no letters: the link is opened by number and code */
  contact: z.extend(ticketFields.contact, { email: z.union([z.literal(''), ticketFields.contact.shape.email]) }),
  outage: outageFields,
});

export type OpenPhoneTicketRequest = z.infer<typeof OpenPhoneTicketRequest>;
