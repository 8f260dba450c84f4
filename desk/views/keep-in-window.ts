/** How near to the window's edge a list may come, in CSS pixels. */
const EDGE_PX = 8;

/**
 * Moves what opens beside a button back into the window where it would stand out of it at the right, also when it grows.
 * @returns ends this
 */
export function keepInWindow(element: HTMLElement): () => void {
  const observer = new ResizeObserver(() => {
    element.style.translate = '';
    const over = element.getBoundingClientRect().right + EDGE_PX - document.documentElement.clientWidth;
    if (over > 0) element.style.translate = `${-over}px`;
  });
  observer.observe(element);
  return () => observer.disconnect();
}
