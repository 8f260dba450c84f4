/**
 * The key of an event as a command may be read from it: nothing while a letter is composed (Japanese, a dead key,
 * dictation), since then Enter, Escape and arrows are the method's. Safari tells of the key that ends a composition by
 * its number alone.
 */
export function pressedKey({ key, isComposing, keyCode }: KeyboardEvent): string {
  return isComposing || keyCode === 229 ? '' : key;
}
