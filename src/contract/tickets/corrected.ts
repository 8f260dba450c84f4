import * as z from 'zod/mini';

/** A ticket that agents say is about something else than its customer chose, or outside support. */
export const Corrected = z.object({
  /** what it is about, in the reader's language */
  topic: z.string(),
  /** where it is outside support: the rule in one kind sentence */
  note: z.nullable(z.string()),
});

export type Corrected = z.infer<typeof Corrected>;
