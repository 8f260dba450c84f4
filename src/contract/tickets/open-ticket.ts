import * as z from 'zod/mini';
import type { Channel, TicketStatus } from '../lists.ts';
import { openEnum } from '../open-enum.ts';

/** `POST /tickets`: opens one ticket. Needs an `Idempotency-Key`; the same key and body get the same bytes again. */
export const openTicket = {
  method: 'POST',
  path: '/api/v1/tickets',
  answer: z.object({
    /** with a valid check digit: the widget accepts no other */
    number: z.string(),
    status: openEnum<TicketStatus>(),
    channel: openEnum<Channel>(),
    receivedAt: z.string(),
    answerBy: z.nullable(z.string()),
  }),
};

export type TicketReceipt = z.infer<typeof openTicket.answer>;
