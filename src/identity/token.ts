import { createHash, randomBytes } from 'node:crypto';

/**
 * A new opaque token of 256 random bits.
 * @param prefix a letter that says what a leaked token opens: `s` a shop's session, `d` the desk's, `h` a sign-in that waits
 * for its second factor, `l` one ticket, by its mailed link or code, `c` nothing: a sign-in by a passkey is bound to it, `b` nothing: it tells a browser of an agent,
 * `r` the registry, for another system of the vendor
 * @returns such as `s_` and 43 base64url characters
 */
export function newToken(prefix: 's' | 'l' | 'd' | 'h' | 'c' | 'b' | 'r'): string {
  return `${prefix}_${randomBytes(32).toString('base64url')}`;
}

/**
 * The stored form of a token: its SHA-256 in hex. Slow hashing would add nothing, as nobody guesses 256 bits. Looking a
 * hash up in an index is no comparison an attacker could time: they do not choose the hash.
 */
export function hashToken(token: string): string {
  return sha256(token);
}

/** A new public id, such as a JWT's `kid`: the prefix, `_` and 12 base64url characters. */
export function newId(prefix: 'k' | 'a' | 'e' | 'p' | 't' | 'r'): string {
  return `${prefix}_${randomBytes(9).toString('base64url')}`;
}

/** SHA-256 in hex: stored for tokens of 256 random bits, and for requests to recognise a repeat. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
