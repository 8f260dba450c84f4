/** For how long, in milliseconds, a busy page puts off what it does when it is idle. */
const MOST_MS = 2000;

/** Resolves once the page has nothing else to do. Safari has no idle time to offer, and waits. */
export function whenIdle(): Promise<unknown> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: MOST_MS });
    else setTimeout(resolve, MOST_MS);
  });
}
