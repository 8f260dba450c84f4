import { ATTACHMENTS } from '../contract/files/attachment-limits.ts';
import { FILE_KINDS, isTextType, kindOfName } from '../contract/files/file-kinds.ts';
import { plainFileName } from '../contract/files/plain-file-name.ts';

/**
 * The name that a file is shown and saved under. It ends as its kind does, so that nothing on the reader's computer runs
 * it: a text as `.txt` unless it is called `.txt`, `.log`, `.csv` or `.xml`, everything else as its bytes say. Of files
 * that were stored before names were looked at, this is the only guard.
 * @param name as it was sent and stored
 * @param type the media type that its bytes showed
 */
export function offeredName(name: string, type: string): string {
  const plain = plainFileName(name);
  const named = kindOfName(plain);
  if (named === type || (isTextType(named) && isTextType(type))) return plain;
  const ending = endingFor(type);
  return `${plain.slice(0, ATTACHMENTS.nameLength - ending.length - 1).toWellFormed()}.${ending}`;
}

function endingFor(type: string): string {
  const endings: Record<string, readonly string[]> = FILE_KINDS;
  return (isTextType(type) ? null : endings[type]?.[0]) ?? 'txt';
}
