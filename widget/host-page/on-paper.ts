/**
 * The `display` of an element of ours that the page shall not print: an inline style does not know what it is shown on,
 * and strict policies allow no `<style>`. So it is a custom property of the root, which one rule sets on paper.
 * @param display what it is on a screen
 */
export function displayOffPaper(page: typeof window, display: string): string {
  try {
    const sheet = new page.CSSStyleSheet();
    sheet.insertRule('@media print{:root{--pomoc-paper:none}}');
    page.document.adoptedStyleSheets = [...page.document.adoptedStyleSheets, sheet];
  } catch {} // too old for the help as well
  return `var(--pomoc-paper,${display})`;
}
