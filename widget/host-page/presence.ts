/** What is asked on the window, and answered by what we have put into the page. */
const ASKED = 'sgpomoc:present';

/**
 * Whether what we have put into a page is still at work. `document.open()` takes every listener away and leaves globals,
 * observers and nodes: an element of ours that came back then would be seen and answer to nothing.
 */
export function isPresent(page: Window): boolean {
  const event = page.document.createEvent('Event');
  event.initEvent(ASKED, false, true);
  return !page.dispatchEvent(event);
}

/** Answers from now on that we are present. */
export function makePresent(page: Window): void {
  page.addEventListener(ASKED, (event) => event.preventDefault());
}
