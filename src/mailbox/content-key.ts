import { createHash } from 'node:crypto';
import { fieldValue, type Head } from './mail-head.ts';

/**
 * What makes a letter one letter, however often and in however many mailboxes it comes: SHA-256 over `Message-ID`, `From`,
 * `Date`, `Subject` and everything after the header. All bytes would not do, as `Received` and `Delivered-To` differ; nor
 * would `Message-ID` alone, which forms of shops repeat.
 * @returns 64 hexadecimal digits
 */
export function contentKey(raw: Uint8Array, head: Head): string {
  const hash = createHash('sha256');
  for (const name of ['message-id', 'from', 'date', 'subject'])
    hash.update(`${name}:${fieldValue(head, name).replace(/\s+/g, ' ')}\n`);
  return hash.update('\n').update(raw.subarray(head.bodyAt)).digest('hex');
}
