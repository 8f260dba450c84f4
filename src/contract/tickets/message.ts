import * as z from 'zod/mini';
import type { FileHindrance, Sender } from '../lists.ts';
import { openEnum } from '../open-enum.ts';

/** A file of a message, as readers of the thread see it. */
export const Attachment = z.object({
  id: z.string(),
  /** the name that it is saved under: the sender's, with an ending that nothing runs; data, never a path */
  name: z.string(),
  type: z.string(),
  bytes: z.number(),
  /** pixels of a picture, upright; missing where its header does not tell, and of files from before they were kept */
  width: z.optional(z.number()),
  height: z.optional(z.number()),
  /** why it cannot be had now, or never again; missing where it can */
  hindrance: z.optional(openEnum<FileHindrance>()),
});

export type Attachment = z.infer<typeof Attachment>;

/** One message of a thread, as the customer sees it. */
export const Message = z.object({
  id: z.string(),
  from: openEnum<Sender>(),
  author: z.nullable(z.string()),
  text: z.string(),
  at: z.string(),
  attachments: z.array(Attachment),
});

export type Message = z.infer<typeof Message>;

/** `POST /tickets/:number/messages`: the customer writes on. Needs an `Idempotency-Key`. */
export const addMessage = { method: 'POST', path: '/api/v1/tickets/:number/messages', answer: Message };
