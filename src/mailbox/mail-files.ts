import type { LetterFile } from '../channels/incoming-letter.ts';
import { ATTACHMENTS } from '../contract/files/attachment-limits.ts';
import { plainFileName } from '../contract/files/plain-file-name.ts';
import { cleanHeader } from './clean-header.ts';
import type { Part } from './open-parts.ts';

/** A file that came with a letter. What it really is, its bytes say later. */
export interface MailFile extends LetterFile {
  /** whether the text shows it, as a picture */
  isInline: boolean;
}

/** Most files of a letter that are kept. A message may have fewer; which ones is not decided here. */
export const MOST_FILES = 50;

/** Endings of files that came without a name. */
const ENDINGS: Record<string, string> = {
  'message/rfc822': 'eml',
  'text/calendar': 'ics',
  'text/plain': 'txt',
  'text/html': 'html',
  'text/csv': 'csv',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'application/pkcs7-signature': 'p7s',
  'application/pgp-signature': 'asc',
};

/** The leaves of a letter that are no words of it, in their order, each with a name. */
export function namedLeaves(root: Part, words: ReadonlySet<Part>): { part: Part; name: string }[] {
  const leaves = leavesOf(root).filter((leaf) => !words.has(leaf));
  return leaves.map((part, at) => ({ part, name: nameOf(part, at) }));
}

/**
 * The files of a letter within the limits, and the names of those that were left out: too large, too many, or not whole.
 * An invitation that stands in the letter twice is one file.
 */
export function takeFiles(leaves: readonly { part: Part; name: string }[]): { files: MailFile[]; leftOut: string[] } {
  const files: MailFile[] = [];
  const leftOut: string[] = [];
  for (const { part, name } of leaves) {
    const { leaf, type } = part;
    if (!leaf) continue;
    const isCalendar = /^(?:text\/calendar|application\/ics)$/.test(type);
    if (isCalendar && files.some(({ content }) => Buffer.compare(content, leaf.content) === 0)) continue;
    if (!leaf.isWhole || files.length >= MOST_FILES) leftOut.push(name);
    else
      files.push({
        name,
        type: plainType(type),
        content: leaf.content,
        isInline: part.disposition === 'inline' || part.cid !== null,
      });
  }
  return { files, leftOut };
}

function nameOf(part: Part, at: number): string {
  const given = cleanHeader(part.name ?? '');
  if (given) return plainFileName(given).slice(0, ATTACHMENTS.nameLength).toWellFormed();
  return `plik-${at + 1}.${ENDINGS[part.type] ?? 'bin'}`;
}

/** The name that a type has today: `application/x-pkcs7-signature` is what older programs call S/MIME's. */
function plainType(type: string): string {
  return type.replace(/^application\/x-(?=pkcs7-|pgp-)/, 'application/');
}

function leavesOf(part: Part): Part[] {
  return part.leaf ? [part] : part.children.flatMap(leavesOf);
}
