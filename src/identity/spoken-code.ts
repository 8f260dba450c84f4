import { randomInt } from 'node:crypto';
import { sha256 } from './token.ts';

/** Crockford's base32: no letter that looks like a digit. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Sixteen characters are 80 bits: nobody finds one by hashing guesses, so that a plain hash will do. */
const LENGTH = 16;

/** A new code that people read, copy and type. @returns such as `k3nt-90qa-7xzv-m2p4` */
export function newSpokenCode(): string {
  const characters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return characters.replace(/.{4}(?=.)/g, '$&-');
}

/**
 * The stored form of a code as typed by a person: case, spaces and dashes do not count, and letters that look like digits
 * are those.
 * @param purpose what the code is for: one of another purpose opens nothing
 */
export function hashSpokenCode(purpose: string, agentId: string, typed: string): string {
  const code = typed.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1');
  return sha256(`${purpose}:${agentId}:${code}`);
}
