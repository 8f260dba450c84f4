import { maskLinks } from '../identity/mail-marks.ts';

/** Longest text of a letter that is kept, in UTF-16 code units; what is beyond it stays in the raw letter. */
export const TEXT_LENGTH = 300_000;

/**
 * Text of a letter as it may be stored: without NUL, which PostgreSQL refuses, and other control characters, line ends as
 * line feeds, and without the keys of our links, whoever quotes them.
 */
export function cleanText(text: string): string {
  const lines = text
    .slice(0, TEXT_LENGTH)
    .replace(/^\ufeff/, '')
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replaceAll('\u00a0', ' ')
    .toWellFormed();
  return maskLinks(lines);
}
