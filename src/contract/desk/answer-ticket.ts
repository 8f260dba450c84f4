import * as z from 'zod/mini';
import type { ReplyStatus } from '../lists.ts';
import { openEnum } from '../open-enum.ts';

/** `POST /api/desk/tickets/:number/answers` with an `Idempotency-Key`: 409 `newer-message` when the customer wrote on, or a colleague answered. */
export const answerDeskTicket = {
  method: 'POST',
  path: '/api/desk/tickets/:number/answers',
  answer: z.object({ number: z.string(), status: openEnum<ReplyStatus>() }),
};
