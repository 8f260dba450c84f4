/**
 * Whether a key belongs to the composition of a letter (Japanese, a dead key, dictation): then it is no command. Safari
 * says so only by its code: 229.
 */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
