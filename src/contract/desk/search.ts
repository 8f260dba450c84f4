import * as z from 'zod/mini';
import { QueueRow } from './queue-row.ts';
import { FoundBy } from './shop-row.ts';

/** The longest question, in UTF-16 code units. */
export const LONGEST_QUESTION = 200;

/**
 * `GET /api/desk/search?q=`: tickets by number, e-mail, or words of subject and messages, notes included; shops by name, support
 * number, e-mail or any address that has not ended. Capitals, accents and ł do not matter, and words may be begun only and count by their first ten letters. At most fifty tickets and ten shops.
 */
export const searchDesk = {
  method: 'GET',
  path: '/api/desk/search',
  answer: z.object({
    tickets: z.array(QueueRow),
    shops: z.array(
      z.object({
        id: z.number(),
        name: z.string(),
        supportNumber: z.string(),
        installUrl: z.string(),
        foundBy: z.nullable(FoundBy),
      }),
    ),
  }),
};

export type Found = z.infer<typeof searchDesk.answer>;
