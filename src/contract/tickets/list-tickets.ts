import * as z from 'zod/mini';
import type { CustomerStatus, TicketStatus, WithoutSupport } from '../lists.ts';
import { openEnum } from '../open-enum.ts';
import { Corrected } from './corrected.ts';

/**
 * `GET /tickets?cursor=`: all tickets of the session's shop, the newest first, fifty a page; before the first page older
 * ones that wait for the shop or have unseen replies. The last ticket is the oldest of the page.
 */
export const listTickets = {
  method: 'GET',
  path: '/api/v1/tickets',
  answer: z.object({
    tickets: z.array(
      z.object({
        number: z.string(),
        subject: z.string(),
        corrected: z.nullable(Corrected),
        status: openEnum<TicketStatus>(),
        receivedAt: z.string(),
        waitingSince: z.nullable(z.string()),
        answerBy: z.nullable(z.string()),
        followUpAt: z.nullable(z.string()),
        withoutSupport: z.nullable(openEnum<WithoutSupport>()),
        moves: z.array(openEnum<CustomerStatus>()),
        /** replies the customer has not seen yet */
        unread: z.number(),
      }),
    ),
    /** the `cursor` of the next page; null on the last */
    next: z.nullable(z.string()),
  }),
};

export type TicketList = z.infer<typeof listTickets.answer>;
