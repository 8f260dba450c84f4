import * as z from 'zod/mini';
import { attachmentIds } from '../files/attachment-fields.ts';
import { LIMITS } from '../limits.ts';
import { CUSTOMER_STATUSES } from '../lists.ts';
import { text } from '../text.ts';

/** The body of `POST /tickets/:number/messages`, as the server reads it: strictly. */
export const AddMessageRequest = z.strictObject({
  text: text(1, LIMITS.description),
  attachments: attachmentIds,
  /** the ticket is solved, and this is what its customer says with it; otherwise the message opens one that was over */
  status: z.optional(z.literal('solved')),
});

export type AddMessageRequest = z.infer<typeof AddMessageRequest>;

/** The body of `POST /tickets/:number/status`, as the server reads it: strictly. */
export const ChangeStatusRequest = z.strictObject({ status: z.enum(CUSTOMER_STATUSES) });

export type ChangeStatusRequest = z.infer<typeof ChangeStatusRequest>;

/** The body of `POST /tickets/:number/seen`: the number of messages seen, counted from the first. */
export const MarkSeenRequest = z.strictObject({
  messages: z.number().check(z.int(), z.minimum(0), z.maximum(1_000_000)),
  /**
   * the key that the last customer message was sent with: its writer looks at the thread in the very browser that sent it,
   * so that the reply need not be mailed, too
   */
  attended: z.optional(z.string().check(z.regex(/^[!-~]{16,255}$/))),
});

export type MarkSeenRequest = z.infer<typeof MarkSeenRequest>;
