import { isComposing } from '../../browser/is-composing.ts';

/**
 * The key of an event as a command may be read from it: nothing while an input method composes a character, since then
 * Enter, Escape and arrows are the method's.
 */
export function pressedKey(event: KeyboardEvent): string {
  return isComposing(event) ? '' : event.key;
}
