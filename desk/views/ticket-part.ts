import type { ReadonlySignal } from '@preact/signals';
import { loadOpened } from '../pages/load-opened.ts';

/** Loads what an open ticket is made of, with its texts and styles: no list waits for it. Rejects where it cannot be loaded. */
export async function loadTicketPart() {
  const [{ TicketPart }] = await Promise.all([import('./TicketPart.tsx'), loadOpened()]);
  return TicketPart;
}

/** For how long, in milliseconds, a busy page puts off what it loads when it is idle. */
const MOST_MS = 2000;

/** Calls back once the first list is drawn and the page has nothing else to do. @returns what gives that up */
export function onceIdle(readAt: ReadonlySignal<string>, act: () => void): () => void {
  let giveUp: (() => void) | null = null;
  const stop = readAt.subscribe((read) => {
    if (read === '' || giveUp) return;
    // Safari has no idle time to offer.
    if ('requestIdleCallback' in window) {
      const waiting = requestIdleCallback(act, { timeout: MOST_MS });
      giveUp = () => cancelIdleCallback(waiting);
    } else {
      const waiting = setTimeout(act, MOST_MS);
      giveUp = () => clearTimeout(waiting);
    }
  });
  return () => {
    stop();
    giveUp?.();
  };
}
