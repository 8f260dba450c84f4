import * as z from 'zod/mini';
import { INVISIBLE, seenOfName } from './plain-line.ts';
import { CONTROL_CHARACTERS } from './shapes.ts';

/**
 * A string a person typed, kept exactly as typed.
 *
 * Lengths are UTF-16 code units, as in the browser's own `maxlength`. White space does not count towards the least
 * length. Lone surrogates are refused because they do not survive UTF-8 (`z.string()` lets them through).
 * @param first what is done to it before that
 */
export function text(least: number, most: number, ...first: z.core.$ZodCheck<string>[]) {
  return z.string().check(
    ...first,
    z.maxLength(most),
    z.refine((value) => value.trim().length >= least, 'too-short'),
    z.refine((value) => value.isWellFormed(), 'not-well-formed'),
    z.refine((value) => value.search(CONTROL_CHARACTERS) < 0, 'control-character'),
  );
}

/** One line of text: as `text`, without line feeds, which would break out of a subject line or a log row. */
export function line(least: number, most: number, ...first: z.core.$ZodCheck<string>[]) {
  return text(least, most, ...first).check(z.refine((value) => !value.includes('\n'), 'control-character'));
}

/** One line that is compared or dialled: as `line`, but what cannot be seen is dropped, see `INVISIBLE`. */
export function plain(least: number, most: number) {
  return line(
    least,
    most,
    z.overwrite((value) => value.replace(INVISIBLE, '')),
  );
}

/** A person's name: as `line`, but what cannot be seen and joins nothing is dropped, see `seenOfName`. */
export function personName(most: number) {
  return line(1, most, z.overwrite(seenOfName));
}
