import * as z from 'zod/mini';

/** C0 control characters other than tab and line feed, and DEL: no keyboard types them, terminals and logs obey them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: this is the list of what is refused
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b-\u001f\u007f]/;

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
    z.refine((value) => !CONTROL_CHARACTERS.test(value), 'control-character'),
  );
}

/** One line of text: as `text`, without line feeds, which would break out of a subject line or a log row. */
export function line(least: number, most: number) {
  return text(least, most).check(z.refine((value) => !value.includes('\n'), 'control-character'));
}
