import { decodeBytes } from './charset.ts';

/** A field of a header: its name in lower case, and its value unfolded and still encoded. */
export interface Field {
  name: string;
  value: string;
}

/** The header of a letter, and where what follows it begins, in bytes. */
export interface Head {
  fields: readonly Field[];
  bodyAt: number;
}

/** Most fields that are looked at; a letter has some thirty. */
const MOST_FIELDS = 2000;

/** Longest header that is read, in bytes; a letter has some ten thousand. */
export const HEAD_BYTES = 4 * 1024 * 1024;

/** The header of raw bytes. Bytes outside ASCII, which a header must not have, are read as `decodeBytes` reads undeclared ones. */
export function readHead(raw: Uint8Array): Head {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const bodyAt = endOfHead(bytes);
  const text = decodeBytes(bytes.subarray(0, Math.min(bodyAt, HEAD_BYTES)), null);
  const unfolded = text.replace(/(?:\r\n|\n|\r)(?=[ \t])/g, '');
  const fields: Field[] = [];
  for (const line of unfolded.split(/\r\n|\n|\r/)) {
    const [, name, value = ''] = /^([!-9;-~]{1,200})[ \t]*:(.*)$/su.exec(line) ?? [];
    if (name && fields.length < MOST_FIELDS) fields.push({ name: name.toLowerCase(), value: value.trim() });
  }
  return { fields, bodyAt };
}

/** The values of all fields of a name, in their order. */
export function fieldValues(head: Head, name: string): string[] {
  return head.fields.filter((field) => field.name === name).map(({ value }) => value);
}

/** The value of the first field of a name; empty when there is none. */
export function fieldValue(head: Head, name: string): string {
  return head.fields.find((field) => field.name === name)?.value ?? '';
}

function endOfHead(bytes: Buffer): number {
  if (bytes[0] === 0x0a) return 1;
  if (bytes[0] === 0x0d && bytes[1] === 0x0a) return 2;
  const ends = ['\n\n', '\n\r\n'].flatMap((end) => {
    const at = bytes.indexOf(end);
    return at < 0 ? [] : [at + end.length];
  });
  return ends.length > 0 ? Math.min(...ends) : bytes.length;
}
