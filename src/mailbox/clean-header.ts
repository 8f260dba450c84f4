import { seenOfName } from '../contract/plain-line.ts';

/** Longest header text that is kept, in UTF-16 code units. */
const LONGEST = 1000;

/**
 * A decoded header as one line: line feeds, NUL and other control characters become one space. Encoded words can carry
 * them, and in a header of ours they would begin another header.
 */
export function cleanHeader(decoded: string): string {
  const short = decoded.slice(0, 4 * LONGEST);
  return seenOfName(short.replace(/[\p{Cc}\s\u2028\u2029]+/gu, ' '))
    .trim()
    .slice(0, LONGEST)
    .toWellFormed();
}
