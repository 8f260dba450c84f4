/**
 * Throttles work that is requested often: at once when idle, otherwise once when the pause is over, and never twice at
 * a time.
 * @param pauseMs between the beginnings of two runs, in milliseconds
 */
export function coalesce(work: () => Promise<void>, pauseMs: number): () => void {
  let isRunning = false;
  let isWanted = false;
  function run(): void {
    isRunning = true;
    isWanted = false;
    const pause = new Promise((resolve) => setTimeout(resolve, pauseMs));
    Promise.all([work(), pause]).finally(() => {
      isRunning = false;
      if (isWanted) run();
    });
  }
  return () => {
    isWanted = true;
    if (!isRunning) run();
  };
}
