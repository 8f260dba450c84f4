/**
 * The smallest element at or around a node that a selector fits: `closest`, but by a loop of our own. MooTools replaces
 * that of a page by one that finds what is inside.
 */
export function around(node: Node | null, selector: string): HTMLElement | null {
  for (let at = node; at; at = at.parentNode) {
    const element = at as HTMLElement;
    if (element.matches && element.matches(selector)) return element;
  }
  return null;
}
