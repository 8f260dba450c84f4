import { line, text } from '../text.ts';

/** The fields of a new notice. */
export const noticeFields = { title: line(3, 120), text: text(1, 1000) };
