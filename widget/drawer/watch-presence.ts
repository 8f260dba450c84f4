/** What is asked on the window. */
const ASKED = 'sgpomoc:present';

/**
 * Whether listeners of ours are still in a page: `document.open()` takes every one away and leaves observers and nodes,
 * and an element of ours that came back then would be seen and answer to nothing.
 * @returns asks
 */
export function watchPresence(page: Window): () => boolean {
  let isPresent = false;
  page.addEventListener(ASKED, () => {
    isPresent = true;
  });
  return () => {
    isPresent = false;
    page.dispatchEvent(new Event(ASKED));
    return isPresent;
  };
}
