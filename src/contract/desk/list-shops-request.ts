import * as z from 'zod/mini';
import { text } from '../text.ts';

/** The query of `GET /api/desk/shops`, as the server reads it: strictly. */
export const ListShopsQuery = z.strictObject({
  q: z.optional(text(0, 200)),
  cursor: z.optional(z.string().check(z.regex(/^\d{1,9}$/))),
});

export type ListShopsQuery = z.infer<typeof ListShopsQuery>;
