import * as z from 'zod/mini';
import { attachmentIds } from '../files/attachment-ids.ts';
import { LIMITS } from '../limits.ts';
import { text } from '../text.ts';

/** The body of `POST /tickets/:number/messages`, as the server reads it: strictly. */
export const AddMessageRequest = z.strictObject({ text: text(1, LIMITS.description), attachments: attachmentIds });

export type AddMessageRequest = z.infer<typeof AddMessageRequest>;
