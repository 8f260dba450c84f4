import * as z from 'zod/mini';
import { LIMITS } from '../limits.ts';
import { NOTICE_KINDS } from '../lists.ts';
import { VERSION } from '../shapes.ts';
import { noticeFields } from '../shops/notice.ts';
import { text } from '../text.ts';

/** A shop program's version such as `10.4.2`. */
const version = z.string().check(z.regex(VERSION));
const noticeId = z.number().check(z.int(), z.positive(), z.maximum(1_000_000_000));

/** The bodies of changes to notices, as the server reads them: strictly. */
export const AddNoticeRequest = z.strictObject({
  kind: z.enum(NOTICE_KINDS),
  ...noticeFields,
  english: z.nullable(z.strictObject(noticeFields)),
  /** null means at once */
  since: z.nullable(z.iso.datetime()),
  until: z.nullable(z.iso.datetime()),
  fromVersion: z.nullable(version),
  toVersion: z.nullable(version),
});

export type AddNoticeRequest = z.infer<typeof AddNoticeRequest>;

export const SolveNoticeRequest = z.strictObject({ text: text(1, LIMITS.description) });

/** `seenMessages`: how many messages of the thread the agent has seen; the solution does not answer later ones */
export const LinkTicketRequest = z.strictObject({
  notice: z.nullable(noticeId),
  seenMessages: z.number().check(z.int(), z.nonnegative()),
});
