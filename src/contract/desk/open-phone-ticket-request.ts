import * as z from 'zod/mini';
import { outageFields, ticketFields } from '../tickets/ticket-fields.ts';

/** A call recorded by an agent, as the server reads it: strictly. */
export const OpenPhoneTicketRequest = z.strictObject({
  /** the shop's id in the registry */
  shop: z.number().check(z.int(), z.positive(), z.lte(999_999_999)),
  ...ticketFields,
  outage: outageFields,
});

export type OpenPhoneTicketRequest = z.infer<typeof OpenPhoneTicketRequest>;
