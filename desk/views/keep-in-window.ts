/** The least distance from the window's edge, in CSS pixels. */
const EDGE_PX = 8;

/**
 * Moves a pop-up back into the window when it would overflow to the right, also when it grows.
 * @returns a function that stops it
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
