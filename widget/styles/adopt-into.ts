import { host } from '../../browser/host.ts';

/**
 * Adds styles to a root. Strict policies allow adopted style sheets; where a page or browser refuses those, an element
 * has to do.
 */
export function adoptInto(root: ShadowRoot | Document, css: string): void {
  try {
    const sheet = new host.CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    const style = host.document.createElement('style');
    style.textContent = css;
    (root as ShadowRoot).append(style);
  }
}
