import * as z from 'zod/mini';
import { LIMITS } from '../limits.ts';
import { text } from '../text.ts';

/** `POST /api/desk/tickets/:number/notes` with an `Idempotency-Key`: an internal note, which no customer ever sees. */
export const addDeskNote = {
  method: 'POST',
  path: '/api/desk/tickets/:number/notes',
  answer: z.object({ number: z.string() }),
};

export const AddNoteRequest = z.strictObject({ text: text(1, LIMITS.description) });
