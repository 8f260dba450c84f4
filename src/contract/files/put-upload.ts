import * as z from 'zod/mini';

/**
 * `PUT /uploads/:id`: one part of a file, before the message that will claim it. The id and the ticket token are the
 * browser's; `Content-Range` says which bytes of how many, `X-File-Name` (percent-encoded UTF-8) the file's name.
 */
export const putUpload = {
  method: 'PUT',
  path: '/api/v1/uploads/:id',
  answer: z.object({
    id: z.string(),
    /** bytes stored so far: the offset of the next part */
    received: z.number(),
    bytes: z.number(),
    /** the detected type, once all bytes are there */
    type: z.optional(z.string()),
  }),
};

export type UploadState = z.infer<typeof putUpload.answer>;
