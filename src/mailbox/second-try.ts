import type { Head } from './mail-head.ts';

/**
 * The header of a letter that says it has parts, when none begins with the line it names: the same header with the line that
 * does stand there.
 * @param type the media type it says, such as `multipart/mixed`
 * @returns null for a letter without parts, and where no line looks like the beginning of one
 */
export function withFoundBoundary(raw: Uint8Array, head: Head, type: string): Head | null {
  if (!type.startsWith('multipart/')) return null;
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const start = bytes.subarray(head.bodyAt, head.bodyAt + 100_000).toString('latin1');
  const found = /^--([^\s"\\]{1,70})[ \t]*\r?\n(?=content-[a-z-]{1,30}:)/im.exec(start)?.[1];
  if (!found) return null;
  const others = head.fields.filter(({ name }) => name !== 'content-type');
  return { ...head, fields: [{ name: 'content-type', value: `${type}; boundary="${found}"` }, ...others] };
}
