import * as z from 'zod/mini';
import { UPLOAD_ID } from '../shapes.ts';
import { line } from '../text.ts';
import { ATTACHMENTS } from './attachment-limits.ts';
import { plainFileName } from './plain-file-name.ts';

/** Files uploaded before, claimed by the message that names them. */
export const attachmentIds = z.optional(
  z.array(z.string().check(z.regex(UPLOAD_ID))).check(
    z.maxLength(ATTACHMENTS.perMessage),
    z.refine((ids) => new Set(ids).size === ids.length, 'not-allowed'),
  ),
);

/** The name of a file as it is seen, see `plainFileName`: data to show, never a path. */
export const FileName = line(1, ATTACHMENTS.nameLength, z.overwrite(plainFileName));
