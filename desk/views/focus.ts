/**
 * Runs after the last change is drawn and before the next key arrives: drawing happens within the same task, while on a
 * busy machine the next frame comes long after it.
 */
export function afterDrawing(act: () => void): void {
  setTimeout(act);
}

/**
 * Remembers what has the focus, for an outcome that moves it and comes after a while.
 * @returns whether it has the focus still, or was removed; a focus that has moved on stays where it is
 */
export function rememberFocus(): () => boolean {
  const before = document.activeElement;
  return () => document.activeElement === before || document.activeElement === document.body;
}

/** Focuses an element if the focused one was removed; a focus that has moved on stays where it is. */
export function focusIfLost(element: HTMLElement | null): void {
  if (document.activeElement === document.body) element?.focus();
}
