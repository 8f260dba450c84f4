import * as z from 'zod/mini';
import { LIMITS } from '../limits.ts';
import { REPLY_STATUSES } from '../lists.ts';
import { text } from '../text.ts';

/** The body of a reply, as the server reads it: strictly. */
export const ReplyToTicketRequest = z.strictObject({
  text: text(1, LIMITS.description),
  status: z.enum(REPLY_STATUSES),
  /** how many messages of the thread the agent has seen: a reply is refused when there is an unseen one */
  seenMessages: z.number().check(z.int(), z.nonnegative()),
});

export type ReplyToTicketRequest = z.infer<typeof ReplyToTicketRequest>;

/** The body of an internal note. */
export const AddNoteRequest = z.strictObject({ text: text(1, LIMITS.description) });
