import { line } from '../text.ts';
import { ATTACHMENTS } from './attachment-limits.ts';

/** The name of a file: data to show and to offer when saving, never a path. */
export const FileName = line(1, ATTACHMENTS.nameLength);
