import * as z from 'zod/mini';

/** `POST /tickets/:number/status`: the customer calls the ticket solved, or opens it again. Needs an `Idempotency-Key`. */
export const changeStatus = {
  method: 'POST',
  path: '/api/v1/tickets/:number/status',
  answer: z.object({ number: z.string(), status: z.string(), answerBy: z.nullable(z.string()) }),
};

export type StatusReceipt = z.infer<typeof changeStatus.answer>;
