import { host } from '../../browser/host.ts';

/**
 * Adds the styles of a chunk to the root of its element. Strict policies allow adopted style sheets; each root gets
 * one, however often its view is shown.
 * @returns a `ref` for the chunk's outermost element
 */
export function adoptStyles(css: string): (element: Element | null) => void {
  const sheet = new host.CSSStyleSheet();
  sheet.replaceSync(css);
  return (element) => {
    const root = element?.getRootNode() as ShadowRoot | Document | undefined;
    if (root && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  };
}
