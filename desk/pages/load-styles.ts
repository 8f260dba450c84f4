/** The sheets that are in the page or on their way, by address. */
const coming = new Map<string, Promise<void>>();

/** Loads a style sheet, once. Rejects where it cannot be loaded: whoever asks again has it loaded again. */
export function loadStyles(href: string): Promise<void> {
  const known = coming.get(href);
  if (known) return known;
  const loading = new Promise<void>((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = () => resolve();
    link.onerror = () => {
      link.remove();
      coming.delete(href);
      reject(new Error(`no style sheet at ${href}`));
    };
    // Behind the desk's own, which a page may override.
    document.head.append(link);
  });
  coming.set(href, loading);
  return loading;
}
