/** Focuses an element if the focused one was removed; a focus that has moved on stays where it is. */
export function focusIfLost(element: HTMLElement | null): void {
  if (document.activeElement === document.body) element?.focus();
}
