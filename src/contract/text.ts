import * as z from 'zod/mini';
import { CONTROL_CHARACTERS } from './shapes.ts';

/**
 * A string a person typed, kept exactly as typed.
 *
 * Lengths are UTF-16 code units, as in the browser's own `maxlength`. White space does not count towards the least
 * length. Lone surrogates are refused because they do not survive UTF-8 (`z.string()` lets them through).
 */
export function text(least: number, most: number) {
  return z.string().check(
    z.maxLength(most),
    z.refine((value) => value.trim().length >= least, 'too-short'),
    z.refine((value) => value.isWellFormed(), 'not-well-formed'),
    z.refine((value) => value.search(CONTROL_CHARACTERS) < 0, 'control-character'),
  );
}

/** One line of text: as `text`, without line feeds, which would break out of a subject line or a log row. */
export function line(least: number, most: number) {
  return text(least, most).check(z.refine((value) => !value.includes('\n'), 'control-character'));
}
