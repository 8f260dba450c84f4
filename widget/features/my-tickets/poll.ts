import { host } from '../../../browser/host.ts';

/** How often to check whether the view is visible again, in milliseconds. */
const UNSEEN_MS = 1000;

/**
 * Polls at once, and repeatedly while the view is visible: also as soon as the page is visible again, or the network is
 * back.
 * @param refresh returns the milliseconds until the next poll; `Infinity` for never
 * @param isSeen whether the view is visible
 * @returns a function that stops it
 */
export function poll(refresh: () => Promise<number>, isSeen: () => boolean): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isRefreshing = false;
  let isOver = false;

  async function run(): Promise<void> {
    if (isRefreshing || isOver) return;
    clearTimeout(timer);
    isRefreshing = true;
    const pause = isSeen() && !host.document.hidden ? await refresh() : UNSEEN_MS;
    isRefreshing = false;
    isOver ||= pause === Number.POSITIVE_INFINITY;
    if (!isOver) timer = setTimeout(run, pause);
  }

  const again = () => void run();
  host.document.addEventListener('visibilitychange', again);
  host.addEventListener('online', again);
  again();
  return () => {
    isOver = true;
    clearTimeout(timer);
    host.document.removeEventListener('visibilitychange', again);
    host.removeEventListener('online', again);
  };
}
