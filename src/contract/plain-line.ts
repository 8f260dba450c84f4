/**
 * What cannot be seen and is no letter: format characters such as zero-width spaces, marks of direction and byte order
 * marks, what Unicode lets programs ignore, fillers, and the blank of Braille. It is pasted from web pages and phone
 * books; in an e-mail address it makes another one that looks the same, which no answer reaches.
 */
export const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/gu;

/**
 * One line that is compared or dialled – an e-mail address, telephone, name, number or address – without what cannot be
 * seen, and without white space at its ends.
 */
export function plainLine(typed: string): string {
  return typed.replace(INVISIBLE, '').trim();
}
