import { createHash } from 'node:crypto';

/** SHA-256 in hex: stored for tokens of 256 random bits, and for requests to recognise a repeat. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
