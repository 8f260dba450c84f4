import * as z from 'zod/mini';

/** The body of `POST /tickets/:number/seen`: the number of messages seen, counted from the first. */
export const MarkSeenRequest = z.strictObject({
  messages: z.number().check(z.int(), z.minimum(0), z.maximum(1_000_000)),
});

export type MarkSeenRequest = z.infer<typeof MarkSeenRequest>;
