/**
 * Styles of a chunk, for the root that one of its elements stands in. Adopted sheets are what strict policies allow; one
 * sheet for each root, however often its view is shown.
 * @returns a `ref` for the chunk's outermost element
 */
export function adoptStyles(css: string): (element: Element | null) => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return (element) => {
    const root = element?.getRootNode() as ShadowRoot | Document | undefined;
    if (root && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  };
}
