import { createHash } from 'node:crypto';

/** SHA-256 in hex: what is stored of a token of 256 random bits, and of a request to know it again. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
