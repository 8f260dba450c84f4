/** How soon it is seen again whether anybody looks, in milliseconds. */
const UNWATCHED_MS = 1000;

/**
 * Looks at once, and again as long as somebody sees what is looked at: also as soon as the page is seen again, or the
 * network is back.
 * @param look says in how many milliseconds to look again; `Infinity` is never
 * @param isSeen whether what is looked at is in front of somebody
 * @returns ends it
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
