/**
 * A letter that says it has parts, and none begins with the line it names: the same letter with the line that does stand
 * there. Nothing else is changed.
 * @param type the media type it says, such as `multipart/mixed`
 * @returns null where no line looks like the beginning of a part
 */
export function withFoundBoundary(raw: Uint8Array, bodyAt: number, type: string): Uint8Array | null {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const start = bytes.subarray(bodyAt, bodyAt + 100_000).toString('latin1');
  const found = /^--([^\s"\\]{1,70})[ \t]*\r?\n(?=content-[a-z-]{1,30}:)/im.exec(start)?.[1];
  if (!found) return null;
  const head = bytes.subarray(0, bodyAt).toString('latin1');
  const field = `Content-Type: ${type}; boundary="${found}"`;
  const mended = head.replace(/^content-type:.*$(?:\r?\n[ \t].*$)*/im, () => field);
  return Buffer.concat([Buffer.from(mended, 'latin1'), bytes.subarray(bodyAt)]);
}
