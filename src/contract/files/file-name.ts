import { line } from '../text.ts';
import { ATTACHMENTS } from './attachment-limits.ts';

/** What a file is called: data to show and to offer when it is saved, never a path. */
export const FileName = line(1, ATTACHMENTS.nameLength);
