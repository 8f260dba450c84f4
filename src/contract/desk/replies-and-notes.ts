import * as z from 'zod/mini';
import { attachmentIds } from '../files/attachment-fields.ts';
import { putUpload } from '../files/put-upload.ts';
import { LIMITS } from '../limits.ts';
import { REPLY_STATUSES, type ReplyStatus } from '../lists.ts';
import { openEnum } from '../open-enum.ts';
import { text } from '../text.ts';

/** `POST /api/desk/tickets/:number/replies` with an `Idempotency-Key`: 409 `newer-message` when the customer wrote on, or a colleague answered; `follow-up-unfit` when `followUpAt` is past, or too far. */
export const replyToTicket = {
  method: 'POST',
  path: '/api/desk/tickets/:number/replies',
  answer: z.object({
    number: z.string(),
    status: openEnum<ReplyStatus>(),
    /** by when we write again: as asked for, or the next opening */
    followUpAt: z.nullable(z.string()),
  }),
};

/** `POST /api/desk/tickets/:number/notes` with an `Idempotency-Key`: an internal note, which no customer ever sees. */
export const addDeskNote = {
  method: 'POST',
  path: '/api/desk/tickets/:number/notes',
  answer: z.object({ number: z.string() }),
};

/** `PUT /api/desk/tickets/:number/uploads/:id`: one part of a file, before the reply or note that will claim it; see `putUpload`. */
export const putDeskUpload = { ...putUpload, path: '/api/desk/tickets/:number/uploads/:id' };

/** The body of a reply, as the server reads it: strictly. */
export const ReplyToTicketRequest = z
  .strictObject({
    text: text(1, LIMITS.description),
    status: z.enum(REPLY_STATUSES),
    /** how many messages of the thread the agent has seen: a reply is refused when there is an unseen one */
    seenMessages: z.number().check(z.int(), z.nonnegative()),
    /** whether the ticket's `copies` get one */
    hasCopies: z.optional(z.boolean()),
    attachments: attachmentIds,
    /** by when it says that we write again; outside office hours it means the next opening. Only with `in-progress` */
    followUpAt: z.optional(z.iso.datetime()),
  })
  .check(
    z.refine(({ status, followUpAt }) => followUpAt === undefined || status === 'in-progress', {
      path: ['followUpAt'],
      error: 'not-allowed',
    }),
  );

export type ReplyToTicketRequest = z.infer<typeof ReplyToTicketRequest>;

/** The body of an internal note. */
export const AddNoteRequest = z.strictObject({ text: text(1, LIMITS.description), attachments: attachmentIds });

export type AddNoteRequest = z.infer<typeof AddNoteRequest>;
