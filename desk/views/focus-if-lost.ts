/** Leads to an element when what had the focus is gone; whoever has gone on meanwhile is left where they are. */
export function focusIfLost(element: HTMLElement | null): void {
  if (document.activeElement === document.body) element?.focus();
}
