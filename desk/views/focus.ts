/**
 * Runs after the last change is drawn and before the next key arrives: drawing happens within the same task, while on a
 * busy machine the next frame comes long after it.
 */
export function afterDrawing(act: () => void): void {
  setTimeout(act);
}

/** Focuses an element if the focused one was removed; a focus that has moved on stays where it is. */
export function focusIfLost(element: HTMLElement | null): void {
  if (document.activeElement === document.body) element?.focus();
}
