import { line, text } from '../text.ts';

/** Kinds of notices: an incident (something is broken now), an advisory (a hole to close), or news of a version. */
export const NOTICE_KINDS = ['incident', 'advisory', 'update'] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** The fields of a new notice. */
export const noticeFields = { title: line(3, 120), text: text(1, 1000) };
