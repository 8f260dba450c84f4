import { serviceNow } from '../../browser/service-clock.ts';

/** The least time between a read and the next one that a boundary causes: many tickets may cross it one after another. */
export const FLOOR_MS = 5000;

/** Up to this much later, at random: not all desks read at once. */
export const JITTER_MS = 2000;

/**
 * Reads again when lists change by time alone: an event says what happened, and nothing happens when a promise falls due.
 * @param onPassed reads; a page that is hidden reads when it is shown
 */
export function createBoundary(onPassed: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const clear = () => clearTimeout(timer);
  return {
    /** Waits for an instant by the service's clock instead of the one before; null waits for none. */
    set(changesAt: string | null) {
      clear();
      if (changesAt === null) return;
      const left = Math.max(FLOOR_MS, Date.parse(changesAt) - serviceNow());
      timer = setTimeout(
        () => {
          if (!document.hidden) onPassed();
        },
        left + Math.random() * JITTER_MS,
      );
    },
    clear,
  };
}
