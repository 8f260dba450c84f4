/**
 * The smallest element at or around a node that a selector fits: `closest`, but by a loop of our own. MooTools replaces
 * that of a page by one that finds what is inside.
 */
export function around(node: Node | null, selector: string): HTMLElement | null {
  for (let at = node; at; at = at.parentNode) {
    if (at.nodeType === 1 && (at as HTMLElement).matches(selector)) return at as HTMLElement;
  }
  return null;
}
