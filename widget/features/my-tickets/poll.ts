/** How often to check whether the view is visible again, in milliseconds. */
const UNWATCHED_MS = 1000;

/**
 * Polls at once, and repeatedly while the view is visible: also as soon as the page is visible again, or the network is
 * back.
 * @param look returns the milliseconds until the next poll; `Infinity` for never
 * @param isSeen whether the view is visible
 * @returns a function that stops it
 */
export function watch(look: () => Promise<number>, isSeen: () => boolean): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLooking = false;
  let isOver = false;

  async function turn(): Promise<void> {
    if (isLooking || isOver) return;
    clearTimeout(timer);
    isLooking = true;
    const pause = isSeen() && !document.hidden ? await look() : UNWATCHED_MS;
    isLooking = false;
    isOver ||= pause === Number.POSITIVE_INFINITY;
    if (!isOver) timer = setTimeout(turn, pause);
  }

  const again = () => void turn();
  document.addEventListener('visibilitychange', again);
  addEventListener('online', again);
  again();
  return () => {
    isOver = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', again);
    removeEventListener('online', again);
  };
}
