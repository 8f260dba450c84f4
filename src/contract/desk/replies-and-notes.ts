import * as z from 'zod/mini';
import type { ReplyStatus } from '../lists.ts';
import { openEnum } from '../open-enum.ts';

/** `POST /api/desk/tickets/:number/replies` with an `Idempotency-Key`: 409 `newer-message` when the customer wrote on, or a colleague answered. */
export const replyToTicket = {
  method: 'POST',
  path: '/api/desk/tickets/:number/replies',
  answer: z.object({ number: z.string(), status: openEnum<ReplyStatus>() }),
};

/** `POST /api/desk/tickets/:number/notes` with an `Idempotency-Key`: an internal note, which no customer ever sees. */
export const addDeskNote = {
  method: 'POST',
  path: '/api/desk/tickets/:number/notes',
  answer: z.object({ number: z.string() }),
};
