import { line, text } from '../text.ts';

/** What a notice can be: something that is broken now, a hole to be closed, or news of a version. */
export const NOTICE_KINDS = ['incident', 'advisory', 'update'] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What is asked of a notice that is added. */
export const noticeFields = { title: line(3, 120), text: text(1, 1000) };
