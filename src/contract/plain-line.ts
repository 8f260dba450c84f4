/**
 * What cannot be seen and is no letter: format characters such as zero-width spaces, marks of direction and byte order
 * marks, what Unicode lets programs ignore, fillers, and the blank of Braille. It is pasted from web pages and phone
 * books; in an e-mail address it makes another one that looks the same, which no answer reaches.
 */
export const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/gu;

/** The same but for joiners, and for the selector that makes an emoji of a sign. */
const INVISIBLE_IN_NAMES =
  /(\p{Extended_Pictographic}\ufe0f)|(?![\u200c\u200d])[\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/gu;

/** Joiners that join nothing: not between two letters, or signs such as emoji. */
const LOOSE_JOINER = /(?<![\p{L}\p{M}\p{S}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}\p{S}])/gu;

/**
 * One line that is compared or dialled – an e-mail address, telephone, number or address – without what cannot be seen,
 * and without white space at its ends.
 */
export function plainLine(typed: string): string {
  return typed.replace(INVISIBLE, '').trim();
}

/**
 * A person's name without what cannot be seen. Joiners stay between letters, where names of Persian and of India's
 * languages are spelled with them, and between emoji, of which they make a family.
 */
export function seenOfName(typed: string): string {
  return typed.replace(INVISIBLE_IN_NAMES, '$1').replace(LOOSE_JOINER, '');
}

/** A person's name of what is seen, see `seenOfName`, without white space at its ends. */
export function plainName(typed: string): string {
  return seenOfName(typed).trim();
}
