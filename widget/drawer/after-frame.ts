import { host } from '../../browser/host.ts';

/** How long a frame is waited for, in milliseconds: a tab in the background draws none. */
const LONGEST_MS = 100;

/** Resolves once the page has drawn its next frame: what people do not see yet must not be in its way. */
export function afterFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LONGEST_MS);
    host.requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve);
    });
  });
}
