import { host } from '../../browser/host.ts';

/** How long a frame is waited for, in milliseconds, as a tab in the background draws none; and then a page with nothing to do. */
const LONGEST_MS = 100;

/**
 * Resolves once the page has drawn its next frame and has nothing else to do: what people do not see yet must not be in
 * the way of that frame, nor of the key that is pressed right behind it.
 */
export function afterFrame(): Promise<unknown> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LONGEST_MS);
    host.requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve, LONGEST_MS); // never idle, or by a function of the page's own
      (host.requestIdleCallback || setTimeout)(resolve); // not in every browser
    });
  });
}
