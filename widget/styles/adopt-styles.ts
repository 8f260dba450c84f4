import { adoptInto } from './adopt-into.ts';

/** The styles that each root has. */
const adopted = new WeakMap<Node, Set<string>>();

/**
 * Adds the styles of a chunk to the root of its element: each root gets them once, however often its view is shown.
 * @returns a `ref` for the chunk's outermost element
 */
export function adoptStyles(css: string): (element: Element | null) => void {
  return (element) => {
    const root = element?.getRootNode() as ShadowRoot | Document | undefined;
    if (!root) return;
    const known = adopted.get(root) ?? new Set();
    adopted.set(root, known);
    if (!known.has(css)) adoptInto(root, css);
    known.add(css);
  };
}
