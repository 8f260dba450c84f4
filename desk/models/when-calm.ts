import type { ReadonlySignal } from '@preact/signals';

/** For how long, in milliseconds, a busy page puts off what it does when it is idle. */
const MOST_MS = 2000;

/**
 * Resolves once the first list is there and the page has nothing else to do: what no list waits for is loaded then.
 * @param readAt when the lists were read last; empty before
 */
export function whenCalm(readAt: ReadonlySignal<string>): Promise<unknown> {
  return new Promise((resolve) => {
    const stop = readAt.subscribe((read) => {
      if (read === '') return;
      // The first call comes before there is anything to stop.
      queueMicrotask(() => stop());
      // Safari has no idle time to offer.
      if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: MOST_MS });
      else setTimeout(resolve, MOST_MS);
    });
  });
}
