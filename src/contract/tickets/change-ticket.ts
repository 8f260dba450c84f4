import * as z from 'zod/mini';
import type { TicketStatus } from '../lists.ts';
import { openEnum } from '../open-enum.ts';

/** `POST /tickets/:number/status`: the customer calls the ticket solved, or opens it again. Needs an `Idempotency-Key`. */
export const changeStatus = {
  method: 'POST',
  path: '/api/v1/tickets/:number/status',
  answer: z.object({ number: z.string(), status: openEnum<TicketStatus>(), answerBy: z.nullable(z.string()) }),
};

export type StatusReceipt = z.infer<typeof changeStatus.answer>;

/** `POST /tickets/:number/seen`: how many messages the customer has seen. Answers 204. */
export const markSeen = { method: 'POST', path: '/api/v1/tickets/:number/seen' };
