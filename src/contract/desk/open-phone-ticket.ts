import * as z from 'zod/mini';

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
